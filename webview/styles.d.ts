/** Style sheets go through the bundler: importing one puts it into panel.css. */
declare module '*.css';
