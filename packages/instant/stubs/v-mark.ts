import { leftOutDirective } from './directive'

export const createVMarkDirective = leftOutDirective('mark')
