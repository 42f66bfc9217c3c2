import '#renderer/lib/trusted-types';

// Apart, so that all other code is loaded and run only after that.
void import('#renderer/start-window');
