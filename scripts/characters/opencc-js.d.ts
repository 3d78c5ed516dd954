declare module 'opencc-js/dict/TSCharacters' {
  /** `開 开|關 关|…`: a character, a blank, what it is converted to. */
  const pairs: string;
  export default pairs;
}
