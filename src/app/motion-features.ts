/** What framer-motion needs for things that come and go, in a file of its own so that it loads after the first picture. */
import { domAnimation } from 'framer-motion';

export const motionFeatures = domAnimation;
