-- Identity (định danh): accounts, how they prove who they are, and the sessions they hold.
create schema identity;
grant usage on schema identity to vamco_app;

create table identity.account (
  id              uuid        not null,
  kind            text        not null,
  administrator   boolean     not null default false,
  login           text,
  name            text        not null,
  personal_number text,
  tax_code        text,
  vneid_sub       text,
  phone           text,
  email           text,
  profile         jsonb,
  locale          text        not null default 'vi',
  demo            boolean     not null default false,
  created_at      timestamptz not null,
  disabled_at     timestamptz,
  version         integer     not null default 1,
  constraint account_pkey primary key (id),
  constraint account_login_key unique (login),
  constraint account_vneid_key unique (vneid_sub),
  constraint account_kind_check check (kind in ('citizen', 'business', 'officer')),
  constraint account_login_check check (login ~ '^[a-z0-9][a-z0-9._@-]{2,62}$'),
  constraint account_login_kind_check check (kind <> 'officer' or login is not null),
  constraint account_administrator_check check (kind = 'officer' or not administrator),
  constraint account_personal_number_check check (personal_number ~ '^[0-9]{12}$'),
  constraint account_locale_check check (locale in ('vi', 'en'))
);
comment on table identity.account is 'Tài khoản của công dân, tổ chức và cán bộ (người quản trị là cán bộ). Cán bộ khi nộp hồ sơ cho mình dùng tài khoản công dân riêng.';
comment on column identity.account.login is 'Folded: small letters without marks. Only for those who sign in with a password.';
comment on column identity.account.vneid_sub is 'Subject at VNeID. Bound once; a later sign-in finds the account by it.';
comment on column identity.account.profile is 'Birth date, sex and residence as VNeID gave them at the last sign-in; forms are filled from it and say so.';
comment on column identity.account.demo is 'An invented person of a demonstration.';
create unique index account_personal_number_key on identity.account (personal_number) where kind = 'citizen';
create unique index account_tax_code_key on identity.account (tax_code) where kind = 'business';

create table identity.credential (
  account_id uuid        not null,
  hash       text        not null,
  changed_at timestamptz not null,
  constraint credential_pkey primary key (account_id),
  constraint credential_account_fkey foreign key (account_id) references identity.account (id),
  constraint credential_hash_check check (hash like '$argon2id$%')
);
comment on table identity.credential is 'Mật khẩu đã băm (argon2id) của tài khoản tại chỗ.';

create table identity.session (
  id           uuid        not null,
  token_hash   bytea       not null,
  account_id   uuid        not null,
  method       text        not null,
  assurance    text        not null,
  position_id  uuid,
  acting_name  text,
  user_agent   text        not null,
  ip           inet        not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  constraint session_pkey primary key (id),
  constraint session_token_key unique (token_hash),
  constraint session_account_fkey foreign key (account_id) references identity.account (id),
  constraint session_token_check check (octet_length(token_hash) = 32),
  constraint session_method_check check (method in ('password', 'vneid')),
  constraint session_assurance_check check (assurance in ('local', '1', '2'))
);
comment on table identity.session is 'Phiên đăng nhập; cơ sở dữ liệu chỉ giữ mã băm của cookie.';
comment on column identity.session.assurance is 'Level of VNeID at this sign-in (1 or 2), or local: a password of this installation.';
comment on column identity.session.acting_name is 'The person who acts for an organisation, as VNeID named them.';
comment on column identity.session.position_id is 'Position chosen by an officer who holds several; checked against what is held whenever the session is read.';
-- a person's own list of sessions
create index session_account_index on identity.session (account_id, last_seen_at desc) where revoked_at is null;

create table identity.sign_in_attempt (
  id        uuid        not null,
  login_key text        not null,
  network   text        not null,
  device    text,
  at        timestamptz not null,
  outcome   text        not null,
  constraint sign_in_attempt_pkey primary key (id),
  constraint sign_in_attempt_outcome_check check (outcome in ('pending', 'wrong', 'right'))
);
comment on table identity.sign_in_attempt is 'Các lần thử mật khẩu đã được xét, để giới hạn số lần sai; xóa sau một ngày.';
comment on column identity.sign_in_attempt.login_key is 'SHA-256 of the folded login as typed: people type passwords into the wrong box.';
comment on column identity.sign_in_attempt.device is 'A browser that has signed in to this login before, by its signed cookie.';
create index sign_in_attempt_login_index on identity.sign_in_attempt (login_key, at);
create index sign_in_attempt_network_index on identity.sign_in_attempt (network, at);

-- Takes a place for one try before the password is looked at, so that 100 at once get no more tries than 100 in a row.
--   go       the try is written down as pending: look at the password, then settle it
--   wait     places are taken by tries still being looked at: ask again in a moment
--   refused  too many were wrong: not before retry_at
-- A browser known to this login counts by itself: strangers cannot use up its tries. A login under attack from many networks
-- keeps one try for each network that has not tried yet: the right password is never locked out everywhere.
create function identity.reserve_sign_in(
  p_id uuid, p_login_key text, p_network text, p_device text, p_at timestamptz,
  p_window interval, p_per_login integer, p_per_network integer, p_attack integer,
  out verdict text, out retry_at timestamptz
) language plpgsql as $$
declare
  v_since   timestamptz := p_at - p_window;
  -- a try whose process died before it was settled counts as wrong
  v_stale   timestamptz := p_at - interval '30 seconds';
  v_limit   integer := p_per_login;
  v_wrong   integer;
  v_pending integer;
  v_first   timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('identity.login ' || p_login_key, 0));
  if p_device is not null then
    select count(*) filter (where outcome = 'wrong' or at < v_stale), count(*) filter (where outcome = 'pending' and at >= v_stale), min(at)
      into v_wrong, v_pending, v_first
      from identity.sign_in_attempt where login_key = p_login_key and device = p_device and at > v_since and outcome <> 'right';
  else
    -- logins first, networks second: nobody who holds a network waits for a login
    perform pg_advisory_xact_lock(hashtextextended('identity.network ' || p_network, 0));
    select count(*) filter (where outcome = 'wrong' or at < v_stale), count(*) filter (where outcome = 'pending' and at >= v_stale), min(at)
      into v_wrong, v_pending, v_first
      from identity.sign_in_attempt where network = p_network and device is null and at > v_since and outcome <> 'right';
    if v_wrong >= p_per_network then
      verdict := 'refused';
    elsif v_wrong + v_pending >= p_per_network then
      verdict := 'wait';
    else
      if (select count(*) from identity.sign_in_attempt where login_key = p_login_key and device is null and at > v_since and outcome = 'wrong') >= p_attack then
        v_limit := 1;
      end if;
      select count(*) filter (where outcome = 'wrong' or at < v_stale), count(*) filter (where outcome = 'pending' and at >= v_stale), min(at)
        into v_wrong, v_pending, v_first
        from identity.sign_in_attempt
        where login_key = p_login_key and network = p_network and device is null and at > v_since and outcome <> 'right';
    end if;
  end if;
  verdict := coalesce(verdict, case when v_wrong >= v_limit then 'refused' when v_wrong + v_pending >= v_limit then 'wait' else 'go' end);
  if verdict = 'refused' then retry_at := v_first + p_window; end if;
  if verdict = 'go' then
    insert into identity.sign_in_attempt (id, login_key, network, device, at, outcome)
    values (p_id, p_login_key, p_network, p_device, p_at, 'pending');
  end if;
end $$;

grant select, insert, update on identity.account, identity.credential to vamco_app;
grant select, insert, update, delete on identity.session, identity.sign_in_attempt to vamco_app;
