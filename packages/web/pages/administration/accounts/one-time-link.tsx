// The link by which a person sets a password. It is shown once: the server keeps only its hash.

import { App, Button, Modal } from "antd";
import type { ReactNode } from "react";

/** OneTimeLink (一次性链接). */
export function OneTimeLink({
  name,
  path,
  onClose,
}: {
  readonly name: string;
  readonly path: string;
  readonly onClose: () => void;
}): ReactNode {
  const { message } = App.useApp();
  const address = new URL(path, location.href).href;
  const copy = (): void => {
    // Without HTTPS a page on another machine may not use the clipboard; the text can still be selected.
    if (!("clipboard" in navigator)) {
      message.info("请选中链接后手动复制");
      return;
    }
    void navigator.clipboard.writeText(address).then(
      () => message.success("已复制"),
      () => message.info("请选中链接后手动复制"),
    );
  };
  return (
    <Modal
      open
      title={`${name}的一次性链接`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" type="primary" onClick={copy}>
          复制链接
        </Button>,
        <Button key="close" onClick={onClose}>
          已经转交
        </Button>,
      ]}
    >
      <p>请当面或通过可靠的方式交给本人，由本人打开并设置密码。只能使用一次，关闭本窗口后不再显示。</p>
      <code className="one-time-link">{address}</code>
    </Modal>
  );
}
