import react from "eslint-plugin-react";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Direction of imports: app → routes → features → shared. Types of the contract may be read
// anywhere; its functions only by queries.ts, app/ and the tests over the fake.
const tauri = {
  regex: "^@tauri-apps/",
  message: "Only ui/src/ipc talks to Tauri; add what you need there.",
};
const upward = (rooms, why) => ({
  regex: `(^|/)\\.\\.?/(.*/)?(${rooms})(/|$)`,
  message: why,
});
const ipc = {
  regex: "/ipc/",
  allowTypeImports: true,
  message: "Only queries.ts and app/ call ipc/; types may be imported with `import type`.",
};
const restrict = (...patterns) => ({
  "@typescript-eslint/no-restricted-imports": ["error", { patterns }],
});
const otherFeature = {
  regex: "^\\.\\./\\.\\./(?!shared/|ipc/|locales/|test/)|^\\.\\./(?!\\.\\./)(?=[a-z]+/)",
  message: "A feature imports only shared/ and its own folder; routes/ and app/ compose features.",
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "src/ipc/bindings.gen.ts"] },
  ...tseslint.configs.strict,
  react.configs.flat["jsx-runtime"],
  reactHooks.configs.flat.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { react },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    settings: { react: { version: "19" } },
    rules: {
      "react/jsx-no-literals": ["error", { noStrings: false, ignoreProps: true, allowedStrings: ["·", "/", "…", "¥", "?", "#", "×", "–", "−", "+"] }],
      "react/jsx-key": "error",
      "react/no-danger": "error",
      "react/jsx-no-target-blank": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "ExportAllDeclaration", message: "No barrels." },
      ],
      "no-console": "error",
      // Speaks to the React compiler, which this build does not use; react-virtual is meant to be so.
      "react-hooks/incompatible-library": "off",
      ...restrict(tauri),
    },
  },
  { files: ["src/ipc/**"], rules: { "@typescript-eslint/no-restricted-imports": "off" } },
  {
    files: ["src/shared/**"],
    rules: restrict(tauri, ipc, upward("app|routes|features", "shared/ knows no noun and no room above it.")),
  },
  {
    files: ["src/shared/*/queries.ts"],
    rules: restrict(tauri, upward("app|routes|features", "shared/ knows no noun and no room above it.")),
  },
  {
    files: ["src/features/**"],
    rules: restrict(tauri, ipc, upward("app|routes", "features/ stand below routes/ and app/."), otherFeature),
  },
  {
    files: ["src/features/*/queries.ts", "src/features/**/*.test.{ts,tsx}"],
    rules: restrict(tauri, upward("app|routes", "features/ stand below routes/ and app/."), otherFeature),
  },
  { files: ["src/routes/**"], rules: restrict(tauri, ipc, upward("app", "routes/ stand below app/.")) },
  { files: ["src/features/**/*.test.tsx", "src/test/**"], rules: { "@typescript-eslint/no-restricted-imports": "off" } },
  {
    files: ["*.config.{js,ts}", "vite.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
