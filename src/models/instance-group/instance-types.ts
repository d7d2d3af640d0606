/** The sizes of virtual machine on offer. Prices stand in `cost/prices.json` under `ec2.<type>`. */

/** Source of vCPU and memory: Amazon EC2 instance types, as in the price table of karpenter-provider-aws, 2026-07-20. */
export const instanceTypes = {
  't3.micro': { vcpu: 2, memoryGib: 1 },
  't3.small': { vcpu: 2, memoryGib: 2 },
  't3.medium': { vcpu: 2, memoryGib: 4 },
  't3.large': { vcpu: 2, memoryGib: 8 },
  'm5.large': { vcpu: 2, memoryGib: 8 },
  'm5.xlarge': { vcpu: 4, memoryGib: 16 },
  'c5.large': { vcpu: 2, memoryGib: 4 },
  'c5.xlarge': { vcpu: 4, memoryGib: 8 },
  'c5.2xlarge': { vcpu: 8, memoryGib: 16 },
} as const;

/** vCPU of the largest. */
export const MOST_VCPU = 8;

export type InstanceType = keyof typeof instanceTypes;

export const instanceTypeNames = Object.keys(instanceTypes) as InstanceType[];
