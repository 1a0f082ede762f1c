import { App } from 'aws-cdk-lib';
import { PhotoShopStack } from '../lib/photo-shop-stack.js';

new PhotoShopStack(new App(), 'PhotoShop');
