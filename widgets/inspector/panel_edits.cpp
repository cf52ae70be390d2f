// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says of edits: old against new.
#include <QStringList>

#include "widgets/inspector/panel.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/unit_edit.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr int digits = 4;

/// The selection, or the moment, at the step of the original; nothing where there is none.
bool moveToOriginal(const Comparison &comparison, Selection &selection, Moment &moment) {
    const auto move = [&](int &step) {
        if (step >= 0)
            step = comparison.stepOf(step);
        return step >= 0;
    };
    if (selection.step >= 0 && !move(selection.step))
        return false;
    return moment.reading() || move(moment.index);
}

}  // namespace

void InspectorPanel::noteEdits() {
    const auto &trace = viewpoint()->trace();
    const auto original = viewpoint()->referenceOfModel();
    if (parts_.empty() || !trace || !original)
        return;
    const Selection &hovered = viewpoint()->hovered();
    Selection selection = hovered.empty() ? viewpoint()->selected() : hovered;
    Moment moment = viewpoint()->moment();
    FormulaPart &part = parts_.front();
    QStringList notes;
    if (!part.note.isEmpty())
        notes += part.note;
    if (const auto unit = unitPlaceOf(*trace, selection); unit && isHeld(*trace, *unit))
        notes += tr("The unit is held at this value by hand; the formula is what the model does.");
    if (part.value && moveToOriginal(viewpoint()->comparison(), selection, moment)) {
        const auto before = formulaParts(*original, selection, moment);
        const bool same = !before.empty() && before.front().kind == part.kind &&
                          before.front().value && before.front().value != part.value;
        if (same)
            notes += tr("In %1: %2.", "a translation, a number")
                         .arg(viewpoint()->referenceNoun(),
                              numberText(static_cast<double>(*before.front().value),
                                         {.decimals = digits, .significant = 2}));
    }
    part.note = notes.join(u' ');
}

}  // namespace widgets
