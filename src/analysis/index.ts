export type { Fault } from './fault';
export type { FaultKind } from './fault-kinds';
export { tryMoves } from './moves';
export type { MoveTest } from './moves';
export { verifyReport } from './report';
export type { VerifyReport } from './report';
export { verify } from './verify';
export type { Counterexample, Progress, Verification, VerifyRequest } from './verify';
export type { Why } from './why-lost';
