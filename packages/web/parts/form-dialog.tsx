// A form in a dialog: it opens with what is there, says in the server's words what is wrong, and closes when it is done.

import { Alert, Form, Modal } from "antd";
import type { FormInstance } from "antd";
import type { ReactNode } from "react";

import { ApiProblem, messageOf } from "../api/problem.ts";

/** FormDialog (表单窗口). */
export function FormDialog<Values extends object>({
  title,
  okText,
  initial,
  error,
  isBusy,
  width = 560,
  form,
  onFinish,
  onClose,
  children,
}: {
  readonly title: string;
  readonly okText: string;
  readonly initial: Partial<Values>;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly width?: number;
  readonly form?: FormInstance<Values>;
  readonly onFinish: (values: Values) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const [own] = Form.useForm<Values>(form);
  return (
    <Modal
      open
      title={title}
      okText={okText}
      width={width}
      confirmLoading={isBusy}
      onOk={() => own.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {error === null || error === undefined ? null : <ProblemNote error={error} />}
      <Form<Values>
        form={own}
        layout="vertical"
        requiredMark={false}
        // antd asks for values of every depth; what is not given stays empty.
        initialValues={initial}
        onFinish={onFinish}
      >
        {children}
      </Form>
    </Modal>
  );
}

/** ProblemNote (未成功): what the server said of an act, with the fields it names. */
export function ProblemNote({ error }: { readonly error: unknown }): ReactNode {
  const fields = error instanceof ApiProblem ? Object.values(error.fields) : [];
  return (
    <Alert
      style={{ marginBottom: 16 }}
      type="error"
      showIcon
      role="alert"
      title={messageOf(error)}
      description={fields.length === 0 ? undefined : fields.join("；")}
    />
  );
}
