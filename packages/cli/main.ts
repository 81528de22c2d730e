// The entry of the command line; commands are added one file each.
import { Command } from "commander";

new Command("jueming").description("决明：读、核对部门决算公开与预算绩效自评").parse();
