import '#renderer/lib/trusted-types';

// Imported dynamically, so that all other code is loaded and run only after the policy above.
void import('#renderer/start-window');
