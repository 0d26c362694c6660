/** ExcelJS, loaded when the first workbook is wanted: it takes a fifth of the time in which the program starts. */
import type ExcelJS from 'exceljs';

export const loadExcel = async (): Promise<typeof ExcelJS> => (await import('exceljs')).default;
