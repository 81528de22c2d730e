// The visual language, put around everything: antd in our colours and in Chinese, and the colours for our own styles.

import { App, ConfigProvider } from "antd";
import chinese from "antd/locale/zh_CN";
import type { ReactNode } from "react";

import "./base.css";
import { colourProperties, colours } from "./colours.ts";

/** Fonts of the system: nothing is fetched, and offices see what they see everywhere. */
const fonts =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

const theme = {
  hashed: false,
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorError: colours.error,
    colorWarning: colours.warning,
    colorSuccess: colours.good,
    colorTextBase: colours.text,
    colorText: colours.text,
    colorTextSecondary: colours["text-soft"],
    colorTextTertiary: colours["text-soft"],
    colorTextDescription: colours["text-soft"],
    colorTextPlaceholder: "#667277",
    colorTextDisabled: "#6f7b80",
    colorBorder: "#b4bec2",
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    borderRadius: 4,
    borderRadiusLG: 6,
    controlHeight: 34,
    fontSize: 14,
    fontFamily: fonts,
    wireframe: false,
  },
  components: {
    Table: { headerBg: colours.head, cellPaddingBlock: 9, cellPaddingInline: 12 },
    Button: { primaryShadow: "none", defaultShadow: "none" },
    Tooltip: { colorBgSpotlight: colours.text },
  },
};

/** Look: everything inside looks and speaks as the workbench does. */
export function Look({ children }: { readonly children: ReactNode }): ReactNode {
  const nonce = cspNonce();
  return (
    <ConfigProvider
      locale={chinese}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

/** Makes the colours known to style sheets. Set by script, because the policy allows no style in HTML. */
export function setColours(root: HTMLElement): void {
  for (const [name, value] of colourProperties()) root.style.setProperty(name, value);
  root.style.setProperty("--fonts", fonts);
}

/** The word by which the server's content security policy allows the styles that antd adds; in development none. */
function cspNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce === undefined || nonce === "" || nonce.startsWith("{{") ? undefined : nonce;
}
