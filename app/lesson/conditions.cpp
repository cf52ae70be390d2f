// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/conditions.h"

#include <algorithm>
#include <map>

#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/vectors.h"

namespace app {
namespace {

using SetOwn = std::function<void(const QString &)>;

LessonCondition modelInUse(const QString &model) {
    return {
        [model](Session &session, const LessonStart &, const QString &) {
            return session.model() && session.currentModel() == session.find(model);
        },
        [model](Session &session, const SetOwn &) { session.selectModel(session.find(model)); }};
}

LessonCondition selected(int widgets::Selection::*what) {
    return {[what](Session &session, const LessonStart &, const QString &) {
                return session.viewpoint()->selected().*what >= 0;
            },
            [what](Session &session, const SetOwn &) {
                widgets::Selection selection;
                selection.*what = 0;
                session.viewpoint()->setSelected(selection);
            }};
}

LessonCondition atEnd() {
    return {[](Session &session, const LessonStart &, const QString &) {
                const widgets::Viewpoint &viewpoint = *session.viewpoint();
                return viewpoint.trace() &&
                       viewpoint.moment() == widgets::lastMoment(viewpoint.extent());
            },
            [](Session &session, const SetOwn &) {
                widgets::Viewpoint &viewpoint = *session.viewpoint();
                viewpoint.setMoment(widgets::lastMoment(viewpoint.extent()));
            }};
}

LessonCondition moved() {
    return {[](Session &session, const LessonStart &start, const QString &) {
                return session.viewpoint()->moment() != start.moment;
            },
            [](Session &session, const SetOwn &) {
                widgets::Viewpoint &viewpoint = *session.viewpoint();
                const widgets::Extent extent = viewpoint.extent();
                const widgets::Moment now = viewpoint.moment();
                viewpoint.setMoment(now == widgets::lastMoment(extent)
                                        ? widgets::previousWord(now, extent)
                                        : widgets::nextStage(now, extent));
            }};
}

LessonCondition ownSentence() {
    return {[](Session &, const LessonStart &start, const QString &own) {
                return own != start.sentence && !own.trimmed().isEmpty();
            },
            [](Session &, const SetOwn &setOwn) {
                setOwn(QStringLiteral("Le petit garçon a perdu son chapeau rouge."));
            }};
}

LessonCondition edited() {
    return {[](Session &session, const LessonStart &, const QString &) {
                return !session.interventions().empty();
            },
            [](Session &session, const SetOwn &) {
                widgets::Viewpoint &viewpoint = *session.viewpoint();
                if (const auto &trace = viewpoint.trace(); trace && trace->hasAttention())
                    viewpoint.ask(widgets::attendEvenly(*trace, std::max(viewpoint.step(), 0)));
            }};
}

LessonCondition undone() {
    return {[](Session &session, const LessonStart &, const QString &) {
                return session.interventions().empty() || session.showsOriginal();
            },
            [](Session &session, const SetOwn &) { session.setShowsOriginal(true); }};
}

const std::map<QString, LessonCondition> &conditions() {
    static const std::map<QString, LessonCondition> all{
        {QStringLiteral("attention"), modelInUse(QStringLiteral("attention"))},
        {QStringLiteral("bottleneck"), modelInUse(QStringLiteral("bottleneck"))},
        {QStringLiteral("edit"), edited()},
        {QStringLiteral("end"), atEnd()},
        {QStringLiteral("moved"), moved()},
        {QStringLiteral("sentence"), ownSentence()},
        {QStringLiteral("source"), selected(&widgets::Selection::source)},
        {QStringLiteral("step"), selected(&widgets::Selection::step)},
        {QStringLiteral("undone"), undone()},
    };
    return all;
}

}  // namespace

const LessonCondition *lessonCondition(const QString &name) {
    const auto found = conditions().find(name);
    return found == conditions().end() ? nullptr : &found->second;
}

}  // namespace app
