/** Dossiers (một cửa điện tử): requests for administrative procedures, from submission to result. */
import { platformPart } from '../../platform/db/platform-part.ts';
import { ADMINISTRATOR } from '../../platform/permissions/permissions.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { followCalendarImpact, RECKON_IMPACT, reckonImpact } from './calendar-impact.ts';
import { FOLLOW_CALENDAR, followCalendar, followCalendarJob } from './due-times.ts';
import { assignmentNotices } from './assignment-notices.ts';
import { dossierLayers, dossierTiles } from './centre-figures.ts';
import { dossierEntries } from './events.ts';
import { followAbsences, TELL_OF_RESTING, TELL_OF_RESTING_AT, tellOfResting } from './follow-absences.ts';
import { dossierNotices } from './notices.ts';
import { endingNotices, removeForgottenFiles, tellOfEndings } from './forgotten-applications.ts';
import { followAssignments, MOVE_ORPHANS, moveOrphans } from './orphans.ts';
import { officeNotices } from './office-notices.ts';
import { dossierRefusals } from './refusals.ts';
import { resumeAfterPayment } from './resume-after-payment.ts';
import { adminImpactRoutes, IMPACT } from './routes/admin-impact.tsx';
import { adminSuccessionRoutes, SUCCESSIONS } from './routes/admin-succession.tsx';
import { calendarImpactRoutes } from './routes/calendar-impact.tsx';
import { officerRoutes } from './routes/officer.ts';
import { citizenRoutes } from './routes/citizen-routes.ts';
import { followOrganisation, SET_SUCCESSIONS, setSuccessionTimers } from './succession-timers.ts';
import { VOID_FORGOTTEN, VOID_FORGOTTEN_AT, voidForgotten } from './offline/void-numbers.ts';
import { recordedDossier } from './recorded-dossier.ts';
import type { DossierTables } from './tables.ts';
import { paperEditRoutes } from './templates/edit-routes.tsx';
import { PAPERS } from './templates/pages/paper-words.ts';
import { paperRoutes } from './templates/paper-routes.tsx';
import { supervisedDossier } from './supervised/supervised-dossier.ts';
import { takeRegisterAnswer } from './take-register-answer.ts';
import { dossierTimers } from './timers.ts';
import { loadTurnRules } from './turn-rules.ts';
import { followUndoing, UNDO_MOVES, undoMoves } from './undo-moves.ts';

export const dossiers = defineSystem<DossierTables>({
  id: 'dossiers',
  title: { vi: 'Một cửa điện tử', en: 'One-stop dossiers' },
  uses: ['procedures', 'payments', 'results', 'lookups'],
  migrates: true,
  permissions: {
    'dossiers.receive': {
      title: { vi: 'Tiếp nhận và trả kết quả', en: 'Receive dossiers and hand results over' },
      roles: ['TN', 'DK'],
    },
    'dossiers.process': {
      title: { vi: 'Xử lý hồ sơ', en: 'Process dossiers' },
      roles: ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'LD', 'GD', 'DK', 'CS', 'TCA'],
    },
    'dossiers.sign': { title: { vi: 'Ký kết quả', en: 'Sign results' }, roles: ['CT', 'LD', 'GD', 'LP', 'TCA'] },
    'dossiers.name-successor': {
      title: { vi: 'Chỉ định đơn vị kế thừa', en: 'Name a successor unit' },
      roles: [ADMINISTRATOR],
    },
    'dossiers.see-impact': {
      title: { vi: 'Xem ảnh hưởng của thay đổi', en: 'See the impact of a change' },
      roles: [ADMINISTRATOR],
    },
    'dossiers.see-register': {
      title: { vi: 'Xem sổ theo dõi hồ sơ', en: 'Read the register of dossiers' },
      roles: ['TN', 'DK', 'LP', 'CT', 'LD', 'GD', 'TCA'],
    },
    'dossiers.assign': { title: { vi: 'Phân công', en: 'Assign dossiers' }, roles: ['LP', 'CT', 'LD', 'GD', 'TCA'] },
  },
  entries: dossierEntries,
  recorded: { 'dossiers.dossier': recordedDossier },
  refusals: dossierRefusals,
  supervised: { dossier: supervisedDossier },
  timers: dossierTimers,
  jobs: {
    [MOVE_ORPHANS]: (platform, payload) => moveOrphans(platform.acting, payload),
    [UNDO_MOVES]: (platform, payload) => undoMoves(platform.acting, payload),
    [TELL_OF_RESTING]: async (platform) => {
      await tellOfResting(platformPart(platform.db), platform.clock());
    },
    [VOID_FORGOTTEN]: async (platform) => {
      await voidForgotten(platform);
    },
    [SET_SUCCESSIONS]: async ({ db }) => {
      await setSuccessionTimers(db);
    },
    [FOLLOW_CALENDAR]: followCalendarJob,
    [RECKON_IMPACT]: reckonImpact,
  },
  schedules: { [TELL_OF_RESTING]: TELL_OF_RESTING_AT, [VOID_FORGOTTEN]: VOID_FORGOTTEN_AT },
  upkeep: {
    'dossiers.applications': {
      title: {
        vi: 'Bản khai sắp hết hạn và tệp của bản khai đã xóa',
        en: 'Applications that end, and files of those that ended',
      },
      counts: {
        told: { vi: 'người được báo trước', en: 'people told before' },
        files: { vi: 'tệp đã xóa', en: 'files removed' },
      },
      run: async (platform) => ({
        told: await tellOfEndings(platform),
        files: await removeForgottenFiles(platform),
      }),
    },
    'dossiers.successions': {
      title: { vi: 'Hẹn giờ chuyển hồ sơ của đơn vị sắp kết thúc', en: 'Timers of dossiers whose unit ends' },
      counts: { timers: { vi: 'hẹn giờ đã đặt', en: 'timers set' } },
      run: async ({ db }) => ({ timers: await setSuccessionTimers(db) }),
    },
  },
  load: ({ db }, packFolder) => loadTurnRules(db, packFolder),
  routes: [
    ...citizenRoutes,
    ...officerRoutes,
    ...adminSuccessionRoutes,
    ...adminImpactRoutes,
    ...calendarImpactRoutes,
    ...paperRoutes,
    ...paperEditRoutes,
  ],
  links: {
    menu: [
      { label: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' }, href: '/tra-cuu' },
      { label: { vi: 'Hồ sơ của tôi', en: 'My dossiers' }, href: '/ho-so-cua-toi', for: 'citizens' },
    ],
    services: [
      { label: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' }, href: '/tra-cuu' },
      { label: { vi: 'Xác minh văn bản', en: 'Verify a paper' }, href: '/xac-minh' },
    ],
    books: [
      {
        label: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
        href: '/can-bo/so-theo-doi',
        permission: 'dossiers.see-register',
      },
    ],
    desk: [
      { label: { vi: 'Hồ sơ', en: 'Dossiers' }, href: '/can-bo/ho-so', permission: 'dossiers.process' },
      { label: { vi: 'Quầy tiếp nhận', en: 'Counter' }, href: '/can-bo/quay', permission: 'dossiers.receive' },
      {
        label: { vi: 'Nhận khi mất mạng', en: 'Without a line' },
        href: '/can-bo/mat-mang',
        permission: 'dossiers.receive',
      },
      {
        label: { vi: 'Luân chuyển giấy tờ', en: 'Transfers' },
        href: '/can-bo/luan-chuyen',
        permission: 'dossiers.receive',
      },
      { label: { vi: 'Chờ ký', en: 'To sign' }, href: '/can-bo/ky', permission: 'dossiers.sign' },
      {
        label: { vi: 'Khối lượng việc', en: 'Workload' },
        href: '/can-bo/khoi-luong',
        permission: 'dossiers.assign',
      },
      {
        label: { vi: 'Được hỏi ý kiến', en: 'Opinions asked' },
        href: '/can-bo/y-kien',
        permission: 'dossiers.process',
      },
    ],
    office: [
      {
        label: { vi: 'Đơn vị kế thừa', en: 'Successor units' },
        href: SUCCESSIONS,
        permission: 'dossiers.name-successor',
      },
      {
        label: { vi: 'Ảnh hưởng của thay đổi', en: 'Impact of a change' },
        href: IMPACT,
        permission: 'dossiers.see-impact',
      },
      {
        label: { vi: 'Mẫu phiếu, giấy kết quả', en: 'Templates of papers' },
        href: PAPERS,
        permission: 'documents.edit-templates',
      },
    ],
  },
  tiles: dossierTiles,
  layers: dossierLayers,
  subscribers: (platform) => [
    resumeAfterPayment(platform),
    takeRegisterAnswer(platform),
    dossierNotices(platform.acting),
    officeNotices,
    assignmentNotices,
    followAbsences(platform),
    endingNotices,
    followOrganisation,
    followCalendar,
    followCalendarImpact,
    followAssignments,
    followUndoing,
  ],
});
