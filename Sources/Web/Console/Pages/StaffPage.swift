import Gateway
import Storage

/// Who may sign in, what each may do, and inviting others.
struct StaffPage: ConsolePage {
    /// A role to choose.
    struct Choice: Sendable {
        let word: String
        let label: String
        let help: String
        let isChosen: Bool

        /// The part of a template that lists the roles of a page, one to be chosen.
        static let fieldset = """
            <fieldset class="choices"><legend>{{frame.t.role}}</legend>
            {{#roles}}
            <label><input type="radio" name="role" value="{{word}}"{{#isChosen}} checked{{/isChosen}}> \
            <span>{{label}}<span class="hint">{{help}}</span></span></label>
            {{/roles}}
            </fieldset>
            """
    }

    /// A member.
    struct Member: Sendable {
        let id: Int64
        let memberName: String
        let roleName: String
        let choices: [Choice]
        let joinedAt: String
        let disabledAt: String?
        let isSelf: Bool
    }

    let frame: Frame
    let members: [Member]
    let roles: [Choice]

    static let template = """
        {{#members}}
        <section class="card" aria-labelledby="staff-{{id}}">
        <h2 id="staff-{{id}}">{{memberName}}{{#isSelf}} <span class="tag">{{frame.t.you}}</span>{{/isSelf}}\
        {{#disabledAt}} <span class="tag warn">{{frame.t.disabled}}</span>{{/disabledAt}}</h2>
        <dl class="facts">
        <div><dt>{{frame.t.role}}</dt><dd>{{roleName}}</dd></div>
        <div><dt>{{frame.t.joined}}</dt><dd><time>{{joinedAt}}</time></dd></div>
        </dl>
        <details><summary>{{frame.t.changeMember}}</summary>
        <form method="post" action="/console/staff/role" class="row">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <label for="role-{{id}}">{{frame.t.role}}</label>
        <select id="role-{{id}}" name="role">
        {{#choices}}<option value="{{word}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/choices}}
        </select>
        <button class="second">{{frame.t.changeRole}}</button>
        </form>
        <form method="post" action="/console/staff/link">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <p>{{frame.t.renewHelp}}</p>
        <button class="second">{{frame.t.makeLink}}</button>
        </form>
        {{#disabledAt}}
        <form method="post" action="/console/staff/enable">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <button class="second">{{frame.t.enable}}</button>
        </form>
        {{/disabledAt}}
        {{^disabledAt}}
        <form method="post" action="/console/staff/disable">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="id" value="{{id}}">
        <p>{{frame.t.disableHelp}}</p>
        <button class="danger">{{frame.t.disable}}</button>
        </form>
        {{/disabledAt}}
        </details>
        </section>
        {{/members}}
        <p>{{frame.t.forPrograms}} <a href="/console/tokens">{{frame.t.tokens}}</a></p>
        <h2>{{frame.t.inviteSomebody}}</h2>
        <form method="post" action="/console/staff/invite" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        \(StaffPage.Choice.fieldset)
        <button>{{frame.t.makeLink}}</button>
        </form>
        """
}

/// A link that was just made; it is shown this once.
struct LinkPage: ConsolePage {
    let frame: Frame
    let link: String
    let validity: String

    static let template = """
        <p class="lead">{{frame.t.linkHelp}}</p>
        <p class="secret" translate="no">{{link}}</p>
        <p class="quiet">{{validity}}</p>
        <p><a href="/console/staff">{{frame.t.toStaff}}</a></p>
        """
}

extension ConsoleHandlers {
    func staff(_ visit: Visit) async throws -> ConsoleAnswer {
        let members = try await gateway.staff.list().map { row in
            StaffPage.Member(
                id: row.id.rawValue, memberName: row.record.name, roleName: visit.texts["role.\(row.role.rawValue)"],
                choices: choices(row.role, visit.texts), joinedAt: clock.text(row.joinedAt),
                disabledAt: row.disabledAt.map(clock.text), isSelf: row.id == visit.signIn?.staff)
        }
        return show(
            StaffPage(
                frame: Frame("staff", visit, done: visit.parameters["done"]), members: members,
                roles: choices(.support, visit.texts)), visit)
    }

    func choices(_ chosen: StaffRole, _ texts: Texts) -> [StaffPage.Choice] {
        StaffRole.allCases.map { role in
            StaffPage.Choice(
                word: role.rawValue, label: texts["role.\(role.rawValue)"], help: texts["role.\(role.rawValue).help"],
                isChosen: role == chosen)
        }
    }

    func invite(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let role = StaffRole(rawValue: visit.field("role")), let admin = visit.signIn?.staff else {
            return fault(.missing, visit)
        }
        return link(try await gateway.staff.invite(role, by: admin), visit)
    }

    func renewLink(_ visit: Visit) async throws -> ConsoleAnswer {
        let id = visit.number("id").map(StaffID.init(rawValue:))
        guard let row = try await gateway.staff.list().first(where: { $0.id == id }), let admin = visit.signIn?.staff
        else { return fault(.missing, visit) }
        return link(try await gateway.staff.renew(row, by: admin), visit)
    }

    private func link(_ token: String, _ visit: Visit) -> ConsoleAnswer {
        let settings = gateway.parts.settings
        return show(
            LinkPage(
                frame: Frame("newLink", visit), link: settings.console.joinLink(token, host: visit.authority),
                validity: visit.texts["linkValidity", settings.console.inviteHours]), visit)
    }

    func changeRole(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let role = StaffRole(rawValue: visit.field("role")) else { return fault(.missing, visit) }
        return try await change(visit, to: .role(role))
    }

    func change(_ visit: Visit, to change: StaffChange) async throws -> ConsoleAnswer {
        guard let id = visit.number("id").map(StaffID.init(rawValue:)), let admin = visit.signIn?.staff else {
            return fault(.missing, visit)
        }
        let outcome = try await gateway.staff.change(id, change, by: admin)
        return outcome == .unknown
            ? fault(.missing, visit) : .go(ConsoleRoute.staff.path + "?done=staff-\(outcome.rawValue)")
    }
}
