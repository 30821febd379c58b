/** The notice stands alone: the register's own styles may be what failed. Same colours as the register. */
export const noticeStyle = `
:root { color-scheme: light dark; --ground: #F3F4F1; --surface: #FFFFFF; --ink: #14181B; --quiet: #4A5459; --accent: #1B4DD1; --on-accent: #FFFFFF; --line: #D9DCD4; --refused: #B3261E; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101416; --surface: #191F22; --ink: #EEF2F3; --quiet: #B4BFC4; --accent: #86A8FF; --on-accent: #0B1433; --line: #2B3337; --refused: #FF9C94; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; padding: 48px; display: grid; align-content: center; justify-items: center; gap: 32px; background: var(--ground); color: var(--ink); font: 18px/1.5 Inter, system-ui, sans-serif; }
main { width: min(100%, 880px); padding: 40px; border-radius: 16px; background: var(--surface); box-shadow: inset 8px 0 var(--refused); }
h1 { margin: 0 0 12px; font-size: 32px; line-height: 1.2; text-wrap: balance; }
p { margin: 0; font-size: 20px; }
ul { margin: 24px 0 0; padding: 16px 16px 16px 40px; max-height: 34vh; overflow: auto; border: 1px solid var(--line); border-radius: 8px; font-size: 16px; overflow-wrap: anywhere; user-select: text; }
nav { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 32px; }
a { min-height: 64px; padding: 0 32px; display: inline-flex; align-items: center; border: 2px solid var(--line); border-radius: 12px; color: var(--ink); font-weight: 600; text-decoration: none; }
a.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.code { margin-top: 24px; font-size: 14px; color: var(--quiet); }
aside { width: min(100%, 880px); display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px; color: var(--quiet); }
h2 { margin: 0 0 4px; font-size: 15px; line-height: 1.3; }
aside p { font-size: 14px; line-height: 1.4; }
`;
