// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_choice_view.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/model.h"
#include "widgets/heatmap_data.h"
#include "widgets/theme.h"
#include "widgets/viewpoint.h"

namespace widgets {
namespace {

constexpr int fewestRows = 3;

QString labelOf(const model::Tokenizer &tokenizer, int id) {
    model::Piece piece;
    piece.id = id;
    piece.text = std::string(tokenizer.piece(id));
    piece.isByte = tokenizer.isByte(id);
    const QString label = pieceLabel(piece);
    // Both "▁red" and "red" can be candidates: the one that goes on with a word says so.
    const bool goesOn = !piece.isByte && id != model::special::end &&
                        !piece.text.starts_with("\u2581") && label.front().isLetterOrNumber();
    return goesOn ? u'·' + label : label;
}

WordChoice choiceOf(const model::Tokenizer &tokenizer, const model::Candidate &candidate,
                    bool chosen) {
    return {labelOf(tokenizer, candidate.id),
            std::exp(static_cast<double>(candidate.logProbability)), chosen};
}

/// The first `count` candidates; the chosen one takes the last place if it is not among them.
std::vector<WordChoice> choicesOf(const model::Trace &trace, const model::StepTrace &step,
                                  int count) {
    const model::Tokenizer &tokenizer = trace.model->target();
    std::vector<WordChoice> choices;
    bool found = false;
    for (const model::Candidate &candidate : step.candidates) {
        if (static_cast<int>(choices.size()) == count)
            break;
        const bool chosen = candidate.id == step.chosen.id;
        found = found || chosen;
        choices.push_back(choiceOf(tokenizer, candidate, chosen));
    }
    if (!found) {
        if (static_cast<int>(choices.size()) == count)
            choices.pop_back();
        choices.push_back(choiceOf(tokenizer, step.chosen, true));
    }
    return choices;
}

}  // namespace

QString percentage(double probability) {
    const double percent = probability * 100;
    if (!std::isfinite(percent))
        return QStringLiteral("–");
    if (percent > 0 && percent < 0.1)
        return QStringLiteral("<0.1%");
    return QString::number(percent, 'f', percent < 9.95 ? 1 : 0) + u'%';
}

WordChoiceView::WordChoiceView(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    setObjectName(QStringLiteral("wordChoiceView"));
    setAccessibleName(tr("Word choice"));
    connect(viewpoint_, &Viewpoint::traceChanged, this, &WordChoiceView::showStep);
    connect(viewpoint_, &Viewpoint::momentChanged, this, &WordChoiceView::showStep);
    showStep();
}

QSize WordChoiceView::sizeHint() const {
    return {fontMetrics().height() * 26, static_cast<int>(headerHeight() + 6 * rowHeight())};
}

QSize WordChoiceView::minimumSizeHint() const {
    return {fontMetrics().height() * 12,
            static_cast<int>(headerHeight() + fewestRows * rowHeight())};
}

double WordChoiceView::headerHeight() const {
    return std::ceil(fontMetrics().height() * 1.7);
}

double WordChoiceView::rowHeight() const {
    return std::ceil(fontMetrics().height() * 1.4);
}

double WordChoiceView::labelWidth() const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    double width = metrics.height() * 3;
    for (const WordChoice &choice : choices_)
        width = std::max(width, metrics.horizontalAdvance(choice.label));
    return std::min(width, this->width() * 0.4);
}

QRectF WordChoiceView::barRect(int row) const {
    const double line = fontMetrics().height();
    const double left = line * 0.5 + labelWidth() + line * 0.6;
    const double room =
        width() - left - fontMetrics().horizontalAdvance(QStringLiteral("<0.1%")) - line;
    const double top = headerHeight() + row * rowHeight();
    const double inset = std::round(rowHeight() * 0.2);
    const double part =
        row < static_cast<int>(choices_.size())
            ? std::clamp(choices_[static_cast<std::size_t>(row)].probability, 0.0, 1.0)
            : 0.0;
    return {left, top + inset, std::max(1.5, room * part * progress_), rowHeight() - 2 * inset};
}

QString WordChoiceView::message() const {
    const model::Trace *trace = viewpoint_->trace().get();
    if (!trace)
        return tr("Type a sentence to see which words could have been chosen.");
    if (trace->steps.empty())
        return tr("The translation has no word yet.");
    if (viewpoint_->step() < 0)
        return tr("The sentence is still being read. Words are chosen once it has been.");
    return {};
}

void WordChoiceView::showStep() {
    message_ = message();
    choices_.clear();
    caption_.clear();
    progress_ = 0;
    if (message_.isEmpty()) {
        const int index = viewpoint_->step();
        const model::Trace &trace = *viewpoint_->trace();
        const model::StepTrace &step = *trace.steps[static_cast<std::size_t>(index)];
        const int room = static_cast<int>((height() - headerHeight()) / rowHeight());
        choices_ = choicesOf(trace, step, std::max(fewestRows, room));
        progress_ = progress(viewpoint_->moment(), viewpoint_->extent(), Stage::word, index);
        const QString number = QLocale().toString(index + 1);
        const double bits = static_cast<double>(step.entropy) / std::numbers::ln2;
        caption_ = progress_ < 1
                       ? tr("step %1").arg(number)
                       : tr("step %1, entropy %2 bits").arg(number, QString::number(bits, 'f', 2));
        if (progress_ >= 1 && step.wordForced)
            caption_ += tr(", word set by hand");
    }
    QStringList described{message_.isEmpty() ? caption_ : message_};
    for (std::size_t i = 0; progress_ >= 1 && i < std::min<std::size_t>(3, choices_.size()); ++i)
        described.append(choices_[i].label + u' ' + percentage(choices_[i].probability));
    setAccessibleDescription(described.join(QStringLiteral(", ")));
    update();
}

void WordChoiceView::paintEvent(QPaintEvent *) {
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    const double line = fontMetrics().height();
    painter.setPen(theme.mutedText);
    if (!message_.isEmpty()) {
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         message_);
        return;
    }
    const double pad = line * 0.5;
    painter.drawText(
        QRectF(pad, 0, width() - 2 * pad, headerHeight()), Qt::AlignRight | Qt::AlignVCenter,
        fontMetrics().elidedText(caption_, Qt::ElideRight, static_cast<int>(width() - 2 * pad)));
    for (int row = 0; row < static_cast<int>(choices_.size()); ++row) {
        const WordChoice &choice = choices_[static_cast<std::size_t>(row)];
        const QRectF bar = barRect(row);
        if (progress_ <= 0) {
            painter.setPen(QPen(theme.pending, 1, Qt::DotLine));
            painter.drawRect(QRectF(bar.left(), bar.top(), line * 6, bar.height()));
            continue;
        }
        QFont used = font();
        used.setBold(choice.chosen && progress_ >= 1);
        painter.setFont(used);
        const QRectF label(pad, bar.top() - 2, labelWidth(), bar.height() + 4);
        painter.setPen(choice.chosen ? theme.role(Role::target) : theme.text);
        painter.drawText(
            label, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
            QFontMetricsF(used).elidedText(choice.label, Qt::ElideRight, label.width() + 0.5));
        painter.setFont(font());
        painter.fillRect(bar,
                         choice.chosen ? theme.role(Role::target) : theme.strongFill(Role::target));
        if (progress_ < 1)
            continue;
        painter.setPen(choice.chosen ? theme.text : theme.mutedText);
        painter.drawText(
            QPointF(bar.right() + pad, bar.center().y() + fontMetrics().ascent() / 2.0 -
                                           fontMetrics().descent() / 2.0),
            percentage(choice.probability));
    }
}

QString WordChoiceView::toolTipAt(const QPoint &position) const {
    const int row = static_cast<int>(std::floor((position.y() - headerHeight()) / rowHeight()));
    if (progress_ < 1 || row < 0 || row >= static_cast<int>(choices_.size()))
        return {};
    const WordChoice &choice = choices_[static_cast<std::size_t>(row)];
    return tr("p(%1) = %2, log-probability %3")
        .arg(choice.label, QString::number(choice.probability, 'f', 4),
             QString::number(std::log(choice.probability), 'f', 3))
        .toHtmlEscaped();
}

bool WordChoiceView::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void WordChoiceView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    showStep();
}

void WordChoiceView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        showStep();
}

}  // namespace widgets
