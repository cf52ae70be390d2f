// SPDX-License-Identifier: GPL-3.0-or-later
// What the heatmap says about effects.
#include "widgets/heatmap/panel.h"
#include "widgets/panel/effect_names.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

QString HeatmapPanel::effectText(const HeatmapBar &bar) const {
    const HeatmapData &data = plot_->data();
    const QString word = shortenedLabel(data.rows[static_cast<std::size_t>(bar.row)].label);
    const QString kind = effectName(static_cast<model::OtherAttention>(bar.effect));
    if (bar.row >= data.effects.rows())
        return tr("what %1 would change about “%2” is not yet computed").arg(kind, word);
    const auto difference = static_cast<double>(data.effects(bar.row, bar.effect));
    QStringList facts{
        tr("%1 would change %2 of what “%3” is chosen from", "kind of attention, share, word")
            .arg(kind, percentage(difference), word)};
    if (const auto before = plot_->effectBefore(bar.row, bar.effect))
        facts += tr("%1 in %2", "a number, a translation")
                     .arg(percentage(*before), viewpoint()->referenceNoun());
    return joined(facts);
}

}  // namespace widgets
