// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <span>
#include <utility>

#include "widgets/panel/attention_edits.h"
#include "widgets/panel/letter_key.h"
#include "widgets/scores/panel.h"
#include "widgets/scores/whatif.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"

// The slider that asks for another temperature, and what is taken away: figure and numbers.
namespace widgets {

QWidget *ScoresPanel::buildTemperature(QWidget *parent) {
    auto *line = new QWidget(parent);
    temperatureLabel_ = new QLabel(line);
    temperatureLabel_->setObjectName(QStringLiteral("temperatureLabel"));
    // Its longest text decides, so that the slider does not move under the pointer.
    QFont bold = temperatureLabel_->font();
    bold.setBold(true);
    inEveryLanguage(*temperatureLabel_, [this, bold] {
        temperatureLabel_->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(
            tr("what if: τ = %1").arg(numberText(10, {.decimals = 1}))));
    });
    slider_ = new QSlider(Qt::Horizontal, line);
    slider_->setObjectName(QStringLiteral("temperature"));
    inEveryLanguage(*slider_, [this] {
        slider_->setAccessibleName(tr("Temperature of the softmax"));
        slider_->setToolTip(
            tr("What the weights would be at another temperature τ. A double click, "
               "Escape or T leads back to 1."));
    });
    slider_->setRange(-mostTemperatureSteps, mostTemperatureSteps);
    slider_->setSingleStep(temperatureDetent + 1);  // a key leaves the detent at once
    slider_->setPageStep(mostTemperatureSteps / 4);
    slider_->setTickPosition(QSlider::TicksBelow);
    slider_->setTickInterval(mostTemperatureSteps);
    slider_->installEventFilter(this);
    sum_ = new QLabel(line);
    sum_->setObjectName(QStringLiteral("scoresSum"));
    sum_->hide();
    auto *row = new QHBoxLayout(line);
    const int pad = fontMetrics().height() / 2;
    row->setContentsMargins(pad, 0, pad, pad / 2);
    row->addWidget(temperatureLabel_);
    row->addWidget(slider_, 1);
    row->addWidget(sum_);
    connect(slider_, &QSlider::valueChanged, this,
            [this](int steps) { setTemperature(temperatureAt(steps)); });
    connect(slider_, &QSlider::sliderReleased, this, &ScoresPanel::showTemperature);
    onLetter(*this, Qt::Key_T, [this] { setTemperature(1); });
    return line;
}

QString ScoresPanel::whatIf() const {
    return tr("what if: τ = %1")
        .arg(numberText(temperature_, {.decimals = temperature_ < 1 ? 2 : 1}));
}

/// What the column left of the weights is. It is not what the formula has, which the inspector
/// shows: exp(e) itself may be too long to be written.
void ScoresPanel::nameExponentials(ScoresContent &content) const {
    const QString own = tr("exp(e − max)");
    const QString other = tr("exp((e − max)/τ)");
    content.columnTitle = temperature_ == 1 ? own : other;
    content.columnWidest = {own, other};
    content.columnTip =
        temperature_ == 1
            ? tr("exp(e − max): the weights are these, divided by their sum. They are the exp(e) "
                 "of the formula, each divided by the largest: the weights stay the same.")
            : tr("exp((e − max)/τ): what the weights would be, but for the division by their sum.");
}

void ScoresPanel::setTemperature(double temperature) {
    temperature = std::clamp(temperature, lowestTemperature, highestTemperature);
    if (temperature == temperature_)
        return;
    temperature_ = temperature;
    showTemperature();
    if (isVisible())
        showStep();
    emit optionsChanged();
}

void ScoresPanel::showTemperature() {
    const bool own = temperature_ == 1;
    if (!slider_->isSliderDown()) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(stepsOf(temperature_));
    }
    const Theme theme = Theme::of(*this);
    QPalette colors;
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        colors.setColor(role, own ? theme.mutedText : theme.emphasis);
    temperatureLabel_->setPalette(colors);
    QFont used = font();
    used.setBold(!own);
    temperatureLabel_->setFont(used);
    temperatureLabel_->setText(own ? tr("τ = 1") : whatIf());
}

/// The footer of the weights in its other place. Empty until there are weights, but as wide as it
/// gets, so that the slider does not move.
void ScoresPanel::showSum() {
    if (!low_)
        return;
    const ScoresContent &content = softmax_->content();
    sum_->setMinimumWidth(sum_->fontMetrics().horizontalAdvance(content.footer));
    sum_->setText(content.progress < 1 ? QString() : content.footer);
}

bool ScoresPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == slider_ && event->type() == QEvent::MouseButtonDblClick) {
        slider_->setSliderDown(false);
        setTemperature(1);
        return true;
    }
    if (watched == slider_ && event->type() == QEvent::ShortcutOverride) {
        // The shortcuts of the window for time use the keys that move a slider.
        switch (static_cast<QKeyEvent *>(event)->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Home:
            case Qt::Key_End:
            case Qt::Key_PageUp:
            case Qt::Key_PageDown:
                event->accept();
                return true;
            default:
                break;
        }
    }
    return Panel::eventFilter(watched, event);
}

void ScoresPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    QAction *back =
        menu.addAction(tr("Back to the model's &temperature"), this, [this] { setTemperature(1); });
    back->setObjectName(QStringLiteral("scoresTemperatureBack"));
    back->setEnabled(temperature_ != 1);
    const auto &trace = viewpoint()->trace();
    const int step = viewpoint()->step();
    if (!message().isEmpty() || !trace)
        return;
    const auto useAt = [&](const char *name, const QString &text, int where) {
        QAction *use = menu.addAction(text, this, [this, trace, where] {
            const double temperature = std::exchange(temperature_, 1);
            showTemperature();
            viewpoint()->ask(widgets::setTemperature(*trace, where, temperature));
        });
        use->setObjectName(QString::fromLatin1(name));
        use->setEnabled(temperature_ != 1);
    };
    useAt("temperatureHere", tr("Decode with this temperature here"), step);
    useAt("temperatureEverywhere", tr("Decode with this temperature everywhere"), -1);
    addAttentionEdits(menu, *viewpoint(), step,
                      wordAround(*viewpoint(), viewpoint()->markedSource()));
}

std::unique_ptr<Panel> ScoresPanel::still(Viewpoint *viewpoint) const {
    auto view = std::make_unique<ScoresPanel>(viewpoint);
    view->still_ = true;
    view->setTemperature(temperature_);
    view->temperatureLine_->hide();  // the heading of the weights tells what it is
    return view;
}

QSize ScoresPanel::wholeSize() const {
    return {width(), height() - scores_->height() + scores_->wholeHeight()};
}

std::vector<Table> ScoresPanel::tables() const {
    if (!emptyMessage().isEmpty())
        return {};
    const model::Trace &trace = *viewpoint()->trace();
    const int index = viewpoint()->step();
    const model::StepTrace &step = *trace.steps[static_cast<std::size_t>(index)];
    const auto positions = static_cast<std::size_t>(trace.sourceLength());
    const auto cells = [&](std::span<const float> values, Stage stage) {
        const bool known =
            progress(viewpoint()->moment(), viewpoint()->extent(), stage, index) >= 1;
        return known ? FloatCells(values.begin(), values.end()) : FloatCells(positions);
    };
    const QStringList names = namesOf(trace.source);
    TextCells words(names.begin(), names.end());
    Table table(QStringLiteral("scores"));
    table.add(QStringLiteral("word"), std::move(words));
    table.add(QStringLiteral("e"), cells(spanOf(step.scores), Stage::score));
    table.add(QStringLiteral("exp(e − max)"),
              cells(exponentials(spanOf(step.scores)), Stage::softmax));
    table.add(QStringLiteral("α"), cells(spanOf(step.weights), Stage::softmax));
    if (temperature_ != 1) {
        table.add(QStringLiteral("τ"), DoubleCells(positions, temperature_));
        table.add(QStringLiteral("α at τ"),
                  cells(softmaxOf(spanOf(step.scores), temperature_), Stage::softmax));
    }
    return {std::move(table)};
}

}  // namespace widgets
