// For "as the system": settled before the first paint, and again when the system changes.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const frames = [document.documentElement];
  const settle = () => frames.forEach((frame) => { frame.dataset.bsTheme = dark.matches ? "dark" : "light"; });
  settle();
  dark.addEventListener("change", settle);
  document.addEventListener("DOMContentLoaded", () => {
    frames.push(...document.querySelectorAll("[data-bs-theme=auto]"));
    settle();
  });
})();
