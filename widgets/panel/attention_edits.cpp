// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/attention_edits.h"

#include <QCoreApplication>
#include <QMenu>
#include <functional>
#include <numeric>
#include <utility>

#include "model/text/words.h"
#include "widgets/text/menu_text.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::AttentionEdits)
};

/// One menu about one step.
class Filler {
  public:
    Filler(QMenu &menu, Viewpoint &viewpoint, int step)
        : menu_(menu), viewpoint_(viewpoint), step_(step), trace_(viewpoint.trace()) {}

    QAction *add(const char *name, const QString &text, const std::function<Edit()> &edit) {
        QAction *action = menu_.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        QObject::connect(action, &QAction::triggered, &viewpoint_,
                         [&viewpoint = viewpoint_, edit] { viewpoint.ask(edit()); });
        return action;
    }
    void addWord(const std::vector<int> &positions) {
        const QString word = menuText(sourceWord(*trace_, positions));
        const auto trace = trace_;
        const int step = step_;
        add("attendOnly", Text::tr("Attend only to “%1” here").arg(word),
            [=] { return attendOnlyTo(*trace, step, positions); });
        add("muteHere", Text::tr("Mute “%1” here").arg(word), [=] {
            return mute(*trace, step, positions);
        })->setEnabled(canMute(*trace, step, positions));
        add("muteEverywhere", Text::tr("Mute “%1” for every word").arg(word), [=] {
            return mute(*trace, -1, positions);
        })->setEnabled(canMute(*trace, -1, positions));
    }
    void addRows() {
        const auto trace = trace_;
        const int step = step_;
        add("attendEvenly", Text::tr("Attend evenly here"),
            [=] { return attendEvenly(*trace, step); });
        add("attendAsBefore", Text::tr("Attend as for the word before"), [=] {
            return attendAsBefore(*trace, step);
        })->setEnabled(step > 0);
        add("attendAsAfter", Text::tr("Attend as for the word after"), [=] {
            return attendAsAfter(*trace, step);
        })->setEnabled(step + 1 < trace->targetLength());
        add("attendByPosterior", Text::tr("Attend to where this word comes from"),
            [=] { return attendByPosterior(*trace, step); });
        add("leaveToModel", Text::tr("Leave this word to the model"), [=] {
            return leaveToModel(*trace, step);
        })->setEnabled(trace->interventions.steps.contains(step));
    }

  private:
    QMenu &menu_;
    Viewpoint &viewpoint_;
    int step_;
    std::shared_ptr<const model::Trace> trace_;
};

}  // namespace

std::vector<int> wordAround(const Viewpoint &viewpoint, int position) {
    const auto &trace = viewpoint.trace();
    if (!trace || position < 0)
        return {};
    for (const model::Word &word : trace->source.words())
        if (position >= word.firstPiece && position < word.firstPiece + word.pieceCount) {
            std::vector<int> positions(static_cast<std::size_t>(word.pieceCount));
            std::iota(positions.begin(), positions.end(), word.firstPiece);
            return positions;
        }
    return {position};
}

void addAttentionEdits(QMenu &menu, Viewpoint &viewpoint, int step,
                       const std::vector<int> &positions) {
    const auto &trace = viewpoint.trace();
    if (!trace || !trace->hasAttention() || step < 0 || step >= trace->targetLength())
        return;
    menu.addSeparator();
    Filler filler(menu, viewpoint, step);
    if (!positions.empty())
        filler.addWord(positions);
    filler.addRows();
    menu.addSeparator();
}

}  // namespace widgets
