import { describe, expect, it } from "vitest";
import {
  findFunctionCode,
  functionClasses,
  functionClassNamed,
  functionCodes,
  judgeDamagedFunctionName,
  judgeFunctionName,
} from "./function-classification.ts";
import { parentCode } from "./classification-code.ts";

describe("the list of 支出功能分类", () => {
  it("has each code once, below a code that is listed too", () => {
    const codes = new Set(functionCodes.map((listed) => listed.code));
    expect(codes.size).toBe(387);
    expect(functionCodes).toHaveLength(387);
    const orphans = functionCodes.filter(({ parent }) => parent !== undefined && !codes.has(parent));
    expect(orphans).toEqual([]);
  });

  it("keeps no mark in a name", () => {
    expect(functionCodes.filter(({ name }) => !/^[一-鿿、（）]+$/.test(name))).toEqual([]);
  });

  it("gives level and parent of a 项", () => {
    expect(findFunctionCode("2013101", 2024)).toMatchObject({
      name: "行政运行",
      level: 3,
      parent: "20131",
      uncertain: false,
      source: "printed",
    });
  });

  it("does not know a code in a year it was not listed for", () => {
    expect(findFunctionCode("2010308", 2023)?.name).toBe("信访事务");
    expect(findFunctionCode("2010308", 2024)).toBeUndefined();
    expect(findFunctionCode("20139", 2023)).toBeUndefined();
    expect(findFunctionCode("20139", 2024)?.name).toBe("社会工作事务");
  });

  it("knows the customary 项 of an administrative 款 that the list leaves out", () => {
    expect(findFunctionCode("2010501", 2024)).toMatchObject({ name: "行政运行", source: "convention" });
    expect(findFunctionCode("2200150", 2024)?.name).toBe("事业运行");
    expect(findFunctionCode("2130150", 2024)).toBeUndefined();
    expect(findFunctionCode("2050201", 2024)).toBeUndefined();
    expect(findFunctionCode("abc", 2024)).toBeUndefined();
  });
});

describe("the 26 printed 类", () => {
  it("stand in the national order with their 行次 in both summary tables", () => {
    expect(functionClasses).toHaveLength(26);
    expect(functionClasses[0]).toEqual({
      code: "201",
      name: "一般公共服务支出",
      ordinal: 1,
      summaryLine: 32,
      appropriationLine: 33,
    });
    expect(functionClasses.find(({ code }) => code === "208")?.summaryLine).toBe(39);
    expect(functionClasses.find(({ code }) => code === "221")?.appropriationLine).toBe(51);
    expect(functionClasses.at(-1)).toMatchObject({ code: "234", summaryLine: 57, appropriationLine: 58 });
  });

  it("are found by the printed name with or without its ordinal", () => {
    expect(functionClassNamed("二十二、灾害防治及应急管理支出")?.code).toBe("224");
    expect(functionClassNamed("农林水 支出")?.code).toBe("213");
    expect(functionClassNamed("本年支出合计")).toBeUndefined();
  });
});

describe("judging a printed name", () => {
  it("overlooks white space and the shape of brackets", () => {
    expect(judgeFunctionName("20103", "政府办公厅(室) 及相关机构事务", 2024)).toBe("same");
  });

  it("calls the name of another code different", () => {
    expect(judgeFunctionName("2101101", "事业单位医疗", 2024)).toBe("different");
    expect(judgeDamagedFunctionName("2101101", "事业单位医疗", 2024)).toBe("different");
    expect(judgeDamagedFunctionName("2080801", "伤残抚恤", 2024)).toBe("different");
  });

  it("does not judge a code that is unlisted, out of its years or uncertain", () => {
    expect(judgeFunctionName("2010188", "某项支出", 2024)).toBe("not-listed");
    expect(judgeFunctionName("2101101", "事业单位医疗", 2019)).toBe("not-listed");
    expect(judgeFunctionName("2014004", "别的名称", 2024)).toBe("not-listed");
    expect(judgeDamagedFunctionName("2014004", "别的名称", 2024)).toBe("not-listed");
  });

  it("expects only the beginning of a 99 that follows from the custom", () => {
    expect(judgeFunctionName("2010599", "其他统计信息事务支出", 2024)).toBe("same");
    expect(judgeFunctionName("2010599", "统计抽样调查", 2024)).toBe("different");
    expect(judgeDamagedFunctionName("2010599", "他统计信息事务支出", 2024)).toBe("damaged");
  });

  it("calls a clipped or misread name damaged", () => {
    expect(judgeDamagedFunctionName("2010399", "其他政府办公厅", 2024)).toBe("damaged");
    expect(judgeDamagedFunctionName("2010399", "及相关机构事务支出", 2024)).toBe("damaged");
    expect(judgeDamagedFunctionName("2101102", "亊业单位医疗", 2024)).toBe("damaged");
    expect(judgeDamagedFunctionName("205", "教育", 2024)).toBe("damaged");
    expect(judgeDamagedFunctionName("2210201", "住房公积金", 2024)).toBe("same");
  });
});

describe("the code one level up", () => {
  it("drops two digits", () => {
    expect(parentCode("2013101")).toBe("20131");
    expect(parentCode("30101")).toBe("301");
    expect(parentCode("201")).toBeUndefined();
    expect(parentCode("合计")).toBeUndefined();
  });
});
