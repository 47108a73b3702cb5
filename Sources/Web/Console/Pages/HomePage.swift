import Conversation
import Gateway
import Storage

/// What waits for whoever has signed in, and how the service does.
struct HomePage: ConsolePage {
    /// Something that waits, and where it is dealt with.
    struct Task: Sendable {
        let path: String
        let number: Int
        let about: String
        /// Whether somebody should look at it.
        let isUrgent: Bool
    }

    let frame: Frame
    let tasks: [Task]
    let pack: String
    let revision: String

    static let template = """
        <ul class="tasks">
        {{#tasks}}
        <li{{#isUrgent}} class="urgent"{{/isUrgent}}><a href="{{path}}"><strong>{{number}}</strong> \
        <span>{{about}}</span></a></li>
        {{/tasks}}
        </ul>
        <h2>{{frame.t.served}}</h2>
        <p>{{pack}} <span class="quiet">{{frame.t.revision}} <code>{{revision}}</code></span></p>
        """
}

extension ConsoleHandlers {
    func home(_ visit: Visit) async throws -> ConsoleAnswer {
        let pack = gateway.parts.library.machine.packs.current
        return show(
            HomePage(
                frame: Frame("home", visit, done: visit.parameters["done"]), tasks: try await tasks(visit),
                pack: pack.title, revision: pack.revision.hash), visit)
    }

    private func tasks(_ visit: Visit) async throws -> [HomePage.Task] {
        let texts = visit.texts
        var tasks: [HomePage.Task] = []
        if visit.rights.contains(.assist) {
            let cases = try await gateway.cases.counts()
            let (open, overdue) = (cases.reduce(0) { $0 + $1.open }, cases.reduce(0) { $0 + $1.overdue })
            tasks.append(
                HomePage.Task(
                    path: ConsoleRoute.cases.path, number: open, about: texts["casesOpen"], isUrgent: false))
            if overdue > 0 {
                tasks.append(
                    HomePage.Task(
                        path: ConsoleRoute.cases.path, number: overdue, about: texts["casesOverdue"], isUrgent: true))
            }
            let claims = try await gateway.claims.waiting().count
            tasks.append(
                HomePage.Task(
                    path: ConsoleRoute.claims.path, number: claims, about: texts["claimsWaiting"],
                    isUrgent: claims > 0))
        }
        let backlog = try await gateway.parts.store.outboxBacklog()
        let (waiting, dead) = (backlog.reduce(0) { $0 + $1.waiting }, backlog.reduce(0) { $0 + $1.dead })
        tasks.append(
            HomePage.Task(
                path: ConsoleRoute.outbox.path, number: dead, about: texts["messagesDead"], isUrgent: dead > 0))
        tasks.append(
            HomePage.Task(
                path: ConsoleRoute.channels.path, number: waiting, about: texts["messagesWaiting"], isUrgent: false))
        return tasks
    }
}
