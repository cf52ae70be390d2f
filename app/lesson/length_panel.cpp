// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/length_panel.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QVBoxLayout>

#include "app/session/text_file.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace app {
LengthPanel::LengthPanel(QWidget *parent)
    : QWidget(parent),
      plot_(new LengthPlot(&measure_, this)),
      start_(new QPushButton(this)),
      cancel_(new QPushButton(this)),
      graded_(new QPushButton(this)),
      progress_(new QProgressBar(this)),
      text_(new QLabel(this)) {
    setObjectName(QStringLiteral("lengths"));
    setAcceptDrops(true);
    start_->setObjectName(QStringLiteral("lengthsStart"));
    cancel_->setObjectName(QStringLiteral("lengthsCancel"));
    graded_->setObjectName(QStringLiteral("lengthsGraded"));
    progress_->setObjectName(QStringLiteral("lengthsProgress"));
    text_->setObjectName(QStringLiteral("lengthsText"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const int gap = fontMetrics().height() / 3;
    auto *row = new QHBoxLayout;
    row->addWidget(start_);
    row->addWidget(cancel_);
    row->addWidget(graded_);
    row->addWidget(progress_, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->addLayout(row);
    column->addWidget(plot_, 1);
    column->addWidget(text_);
    connect(start_, &QPushButton::clicked, &measure_, &LengthMeasure::start);
    connect(cancel_, &QPushButton::clicked, &measure_, &LengthMeasure::cancel);
    connect(graded_, &QPushButton::clicked, &measure_, &LengthMeasure::takeGraded);
    connect(&measure_, &LengthMeasure::changed, this, [this] {
        trouble_.clear();
        refresh();
    });
    connect(&measure_, &LengthMeasure::failed, this, [this](const QString &why) {
        trouble_ = why;
        refresh();
    });
    connect(plot_, &LengthPlot::markedChanged, this, &LengthPanel::describe);
    connect(plot_, &LengthPlot::picked, this, [this](const LengthPlot::Point &point) {
        emit picked(QString::fromStdString(
                        measure_.sentences()[static_cast<std::size_t>(point.sentence)].source),
                    keyOf(point.model));
    });
    widgets::inEveryLanguage(*this, [this] {
        start_->setText(tr("Measure"));
        cancel_->setText(tr("Stop"));
        graded_->setText(tr("The graded sentences"));
        graded_->setToolTip(tr("Back from your own pairs to the sentences of the program."));
        progress_->setAccessibleName(tr("Progress"));
        refresh();
    });
}

QSize LengthPanel::sizeHint() const {
    const int em = fontMetrics().height();
    return {em * 30, em * 30};
}

void LengthPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    // Always the same: a text that grows would move the points below the pointer.
    const int line = fontMetrics().lineSpacing();
    text_->setFixedHeight(line * (height() > 30 * line ? 9 : 6));
}

void LengthPanel::refresh() {
    const bool running = measure_.running();
    const bool complete = measure_.done() >= 1;
    const bool own = measure_.own();
    start_->setVisible(!running);
    start_->setEnabled(!complete);
    cancel_->setVisible(running);
    graded_->setVisible(own && !running);
    progress_->setVisible(running || measure_.done() > 0);
    progress_->setValue(static_cast<int>(100 * measure_.done()));
    plot_->refresh();
    describe();
}

void LengthPanel::describe() {
    QString text = trouble_;
    if (const auto &point = plot_->marked(); point && text.isEmpty()) {
        const auto index = static_cast<std::size_t>(point->sentence);
        const auto model = static_cast<std::size_t>(point->model);
        const GradedSentence &sentence = measure_.sentences()[index];
        const LengthResult &result = *measure_.results()[index];
        const QString name = point->model == LengthModel::attention ? tr("With attention: %1")
                                                                    : tr("Without attention: %1");
        text = QString::fromStdString(sentence.source) + u'\n' +
               name.arg(result.translations[model]) + u'\n' +
               tr("chrF2 of %1. A click shows it in the picture.")
                   .arg(widgets::numberText(*result.quality[model], {.decimals = 1}));
    } else if (text.isEmpty()) {
        text =
            tr("%n sentences, each translated by both models and compared with a translation "
               "by a human being. Drop a file of your own pairs here: sentence, tab, "
               "translation on each line.",
               nullptr, static_cast<int>(measure_.sentences().size()));
    }
    text_->setText(text);
    text_->setToolTip(widgets::plainToolTip(text));
    widgets::say(*plot_, text);
}

void LengthPanel::dragEnterEvent(QDragEnterEvent *event) {
    if (!fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void LengthPanel::dropEvent(QDropEvent *event) {
    event->acceptProposedAction();
    measure_.takeFile(fileIn(*event->mimeData()));
}

}  // namespace app
