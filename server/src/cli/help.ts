import { formatNames } from './args.ts';

const formats = formatNames.join('|');

export const helpText = `用法：nianbao-lint [选项] <文件|文件夹|->…
      nianbao-lint review <文档.docx|文件夹> -o <新文档.docx|文件夹> [--comments-only|--accept-safe]
      nianbao-lint convert <草稿> -o <文件.docx|.html|.md|.txt>
      nianbao-lint mcp
      nianbao-lint pack test <规则包.nianbao-pack.json>…
      nianbao-lint rollup <文件夹> [--into <政府报告>] [--format pretty|json|csv|markdown|html] [-o <文件>]
      nianbao-lint compare <上年报告> <本年报告>… [--format pretty|json|csv|markdown|html] [-o <文件>]
核对政府信息公开工作年度报告草稿。文件夹中查找 .txt、.md、.html、.docx；- 表示标准输入。
mcp 供智能助手调用（标准输入输出上的 Model Context Protocol 服务，不联网，不写文件）。
pack test 用规则包自己的例句检验规则包。
review 把发现写进 Word 文档的副本：每处一条批注，安全的改正写成修订。
convert 把草稿转成公文格式的 Word 文档、网页、Markdown 或纯文本，文字和数字一概不改。

  --format ${formats}  输出格式，默认 pretty
  --fix                  写入所有安全的改正（不改动任何数字）
  --fix-dry-run          只显示 --fix 会改动什么，不写入
  --config 文件          使用这个设置文件，不再逐级查找 .nianbao.json
  --year 年份            指定报告年度，不按文中所写判断
  --max-warnings 个数    警告超过这个数目也算不通过
  --allow-no-report      没有找到年度报告也算通过，供提交前的检查使用
  --stdin-name 名称      标准输入在结果中的文件名
  --threads 个数         同时核对的文件数，默认按文件多少和处理器核数决定
  --checks               json 中逐项列出所做的检查，通过的和未能核对的也列出
  --no-relations         不与所给的其他报告核对（上年结转、雷同、汇总）
  --explain 规则         说明一条规则，如 table/label；给出分组（table）则列出该组
  -o, --output           review、convert 写入的文件（review 也可以是文件夹）
  --comments-only        review 只写批注
  --into 政府报告        rollup 与之比较；再给 -o 时，把合计填进它的副本
  --accept-safe          review 把安全的改正直接写入，不留修订
  --force                review、convert 可以覆盖已有的同名文件
  -q, --quiet            只显示错误
  --lang zh|en           输出所用的语言，默认 zh
  -v, --version          显示版本
  -h, --help             显示本说明

退出码：0 没有错误；1 有错误或警告过多；2 用法不对、有文件读不了或没有找到年度报告。

Usage: nianbao-lint [options] <file|folder|->...
       nianbao-lint review <document.docx|folder> -o <new.docx|folder> [--comments-only|--accept-safe]
       nianbao-lint mcp
       nianbao-lint pack test <pack.nianbao-pack.json>...
       nianbao-lint convert <draft> -o <file.docx|.html|.md|.txt>
       nianbao-lint rollup <folder> [--into <the government's report>] [--format pretty|json|csv|markdown|html] [-o <file>]
       nianbao-lint compare <old> <new>... [--format pretty|json|csv|markdown|html] [-o <file>]
Checks drafts of the annual report on open government information. Folders are searched for .txt, .md, .html and
.docx; - stands for standard input. review writes what is found into a copy of a Word document: each finding a comment,
each safe fix a tracked change. mcp serves agents by the Model Context Protocol on standard input and output, without a network and writing no file.
pack test tries a rule pack with its own sentences. convert writes a draft as a Word document with the official page, a web page, Markdown
or text, and changes no word and no number.

  --format ${formats}  output format, pretty by default
  --fix                  apply all safe fixes to the files (no number is ever changed)
  --fix-dry-run          show what --fix would change, write nothing
  --config FILE          use this settings file instead of searching upwards for .nianbao.json
  --year N               the report year, whatever the text says
  --max-warnings N       more warnings than this count as a failure
  --allow-no-report      no report among the files is no failure, for hooks
  --stdin-name NAME      the file name of standard input in the results
  --threads N            how many files are checked at once, by default as the files and the machine allow
  --checks               list every check in json, also those that passed and those that could not be made
  --no-relations         do not hold the given reports against each other
  --explain RULE         explain a rule such as table/label; for a group (table), list its rules
  -o, --output           the file (for review also the folder) that review and convert write
  --comments-only        review writes comments only
  --into REPORT          rollup compares with it; with -o the sums are filled into a copy of it
  --accept-safe          review makes safe fixes at once, without tracked changes
  --force                review and convert may write over a file of the output's name
  -q, --quiet            show errors only
  --lang zh|en           language of the messages, zh by default
  -v, --version          show the version
  -h, --help             show this help

Exit status: 0 no errors; 1 errors, or too many warnings; 2 wrong usage, unreadable input or no report found.
`;
