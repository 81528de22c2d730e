// What the units of 示例县 do: the 项 their basic expenditure is booked to (功能分类), and the projects they carry out.

import type { MadeUnit } from "../measure/made-unit.ts";

/** By the key of the unit. */
export const SAMPLE_SUBJECTS: Readonly<Record<string, Pick<MadeUnit, "mainCode" | "projects">>> = {
  "government-office": {
    mainCode: "2010301",
    projects: [
      "政务值班保障经费",
      "公文交换系统运行维护费",
      "重点工作督查经费",
      "办公用房维修项目",
      "县域调研经费",
      "驻村工作队员工作经费",
    ],
  },
  "service-hall": {
    mainCode: "2010350",
    projects: [
      "政务大厅运行维护费",
      "一窗通办系统运行维护费",
      "便民服务点建设项目",
      "窗口人员培训经费",
      "自助服务设备更新项目",
      "档案整理服务费",
    ],
  },
  education: {
    mainCode: "2050101",
    projects: [
      "教师培训经费",
      "校园安全防范项目",
      "教育质量监测经费",
      "招生考试考务经费",
      "教育信息化建设项目",
      "学前教育资助经费",
    ],
  },
  "first-school": {
    mainCode: "2050204",
    projects: [
      "教学楼维修改造项目",
      "实验室设备更新项目",
      "学生助学金项目",
      "校园网络运行维护费",
      "图书购置项目",
      "艺术体育活动经费",
    ],
  },
  "primary-school": {
    mainCode: "2050202",
    projects: [
      "课桌椅更新项目",
      "课后服务经费",
      "操场维修改造项目",
      "学生营养改善项目",
      "教学设备购置项目",
      "劳动实践基地建设项目",
    ],
  },
  agriculture: {
    mainCode: "2130101",
    projects: [
      "高标准农田管护经费",
      "农产品质量监测经费",
      "农村人居环境整治经费",
      "动物防疫工作经费",
      "农业品牌宣传经费",
      "农机安全监理经费",
    ],
  },
  "farm-technology": {
    mainCode: "2130104",
    projects: [
      "新品种试验示范项目",
      "农民技术培训经费",
      "病虫害监测项目",
      "土壤检测服务费",
      "示范田建设项目",
      "技术资料编印经费",
    ],
  },
  health: {
    mainCode: "2100101",
    projects: [
      "基层卫生人员培训经费",
      "公共卫生宣传经费",
      "村卫生室运行补助",
      "卫生监督检查经费",
      "健康信息系统运行维护费",
      "老年人健康体检经费",
    ],
  },
  "disease-control": {
    mainCode: "2100401",
    projects: [
      "疫苗冷链运行维护费",
      "慢性病监测项目",
      "实验室检测经费",
      "健康教育宣传经费",
      "应急物资储备项目",
      "病媒生物监测经费",
    ],
  },
  archive: {
    mainCode: "2012601",
    projects: [
      "档案数字化项目",
      "档案库房维修改造项目",
      "档案抢救保护经费",
      "地方史料征集经费",
      "展览陈列经费",
      "档案安全设备更新项目",
    ],
  },
};
