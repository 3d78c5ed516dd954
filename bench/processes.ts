import { readdirSync, readFileSync } from 'node:fs';

/** A process with all its children. Zeros where the system has no /proc. */
export interface ProcessFigures {
  /** Peak of the resident set. */
  readonly peakMB: number;
  /** User and system time. */
  readonly cpuMs: number;
}

const TICK_MS = 10; // USER_HZ is 100 on every Linux that Node runs on

/** The fields after the name, which may hold spaces and brackets: state, parent, … */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // it has ended, or this is no Linux
  }
}

function familyOf(pid: number): number[] {
  let all: number[];
  try {
    all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
  const children = new Map<number, number[]>();
  for (const one of all) {
    const parent = Number(statOf(one)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

/** What all children of this process that have ended took, user and system time; undefined without /proc. */
export function endedChildrenCpuMs(): number | undefined {
  const stat = statOf(process.pid);
  return stat && (Number(stat[13]) + Number(stat[14])) * TICK_MS;
}

export function figuresOf(pid: number | undefined): ProcessFigures {
  let peak = 0;
  let cpu = 0;
  for (const member of pid === undefined ? [] : familyOf(pid)) {
    const stat = statOf(member);
    cpu += (Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)) * TICK_MS;
    peak += peakOf(member);
  }
  return { peakMB: peak, cpuMs: cpu };
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
