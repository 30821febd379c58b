declare module '*.module.css' {
  /** Class names of a CSS module, made unique by the build. */
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';
