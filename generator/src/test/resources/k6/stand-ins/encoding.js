import { demand } from './state.js';

export default {
  b64decode(text, encoding, format) {
    demand(encoding === 'rawurl' && format === 's', 'stands in for rawurl texts only');
    demand(/^[A-Za-z0-9_-]*$/.test(text), 'illegal base64 data');
    return Buffer.from(text, 'base64url').toString();
  },
};
