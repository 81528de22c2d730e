// 备份: everything in one file, made while people work.

import { Button } from "antd";
import type { ReactNode } from "react";

import { downloadAddress } from "../../api/client.ts";
import { Panel } from "../../parts/page-frame.tsx";

/** Backup (备份). */
export function Backup(): ReactNode {
  return (
    <Panel title="备份">
      <div className="panel-text">
        <p>
          备份文件包含全部单位、用户、报告及各版本、佐证材料、整改台账和操作日志，是某一时刻的完整状态；备份时不影响他人使用。
        </p>
        <p>文件含有未公开的内容，请存放在受控的地方。恢复须由运维人员在服务器上执行“jueming restore”。</p>
        <Button type="primary" href={downloadAddress("/administration/backup")} download>
          下载备份
        </Button>
      </div>
    </Panel>
  );
}
