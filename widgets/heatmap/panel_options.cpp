// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QActionGroup>
#include <QPushButton>
#include <QScopedValueRollback>

#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/heatmap/figure.h"
#include "widgets/heatmap/panel.h"
#include "widgets/panel/attention_edits.h"
#include "widgets/text/language.h"
#include "widgets/text/menu_text.h"
#include "widgets/viewpoint/viewpoint.h"

// What can be chosen about the heatmap, in the menu of its button and its context menu.
namespace widgets {

void HeatmapPanel::buildActions() {
    followChoices();
    menu_ = new QMenu(button_);
    menu_->setObjectName(QStringLiteral("heatmapOptionsMenu"));
    button_->setMenu(menu_);
    QAction *words = addToggle(QStringLiteral("heatmapWords"), &HeatmapOptions::words);
    QAction *posterior = addToggle(QStringLiteral("heatmapPosterior"), &HeatmapOptions::posterior);
    menu_->addSeparator();
    addColors();
    menu_->addSeparator();
    QAction *fromBottom =
        addToggle(QStringLiteral("heatmapTargetFromBottom"), &HeatmapOptions::targetFromBottom);
    QAction *fromRight =
        addToggle(QStringLiteral("heatmapSourceFromRight"), &HeatmapOptions::sourceFromRight);
    menu_->addSeparator();
    QAction *entropy = addToggle(QStringLiteral("heatmapEntropy"), &HeatmapOptions::entropy);
    QAction *coverage = addToggle(QStringLiteral("heatmapCoverage"), &HeatmapOptions::coverage);
    QAction *effects = addToggle(QStringLiteral("heatmapEffects"), &HeatmapOptions::effects);
    QAction *difference =
        addToggle(QStringLiteral("heatmapDifference"), &HeatmapOptions::difference);
    menu_->addSeparator();
    menu_->addAction(paint_);
    whole_ = menu_->addAction(QString(), this, &HeatmapPanel::showWhole);
    whole_->setObjectName(QStringLiteral("heatmapWhole"));
    whole_->setEnabled(false);
    // What it would be from may have come since.
    const auto nameDifference = [this, difference] {
        difference->setText(
            tr("Difference &from %1", "a translation").arg(menuText(viewpoint()->referenceNoun())));
    };
    connect(menu_, &QMenu::aboutToShow, this, nameDifference);
    inEveryLanguage(*this, nameDifference);
    inEveryLanguage(*this,
                    [this, words, posterior, fromBottom, fromRight, entropy, coverage, effects] {
                        words->setText(tr("Merge pieces into &words"));
                        posterior->setText(tr("&Posterior: given the word that came"));
                        fromBottom->setText(tr("First target word at the &bottom"));
                        fromRight->setText(tr("Source from &right to left"));
                        entropy->setText(tr("Entrop&y of each row"));
                        coverage->setText(tr("Co&verage of each source word"));
                        effects->setText(tr("&How much attention matters"));
                        whole_->setText(tr("Show the whole &matrix"));
                    });
}

void HeatmapPanel::followChoices() {
    // Another view can ask for them, too, or give them up.
    const auto follow = [this] {
        if (choosing_)
            return;
        HeatmapOptions changed = options();
        changed.effects = viewpoint()->wanted(DerivedValue::effects);
        changed.difference = viewpoint()->wantsDifference();
        setOptions(changed);
    };
    connect(viewpoint(), &Viewpoint::wantedChanged, this, follow);
    connect(viewpoint(), &Viewpoint::differenceChanged, this, follow);
}

QAction *HeatmapPanel::addToggle(const QString &name, bool HeatmapOptions::*member) {
    QAction *action = menu_->addAction(QString());
    action->setObjectName(name);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, member](bool checked) {
        HeatmapOptions changed = options();
        changed.*member = checked;
        setOptions(changed);
    });
    connect(this, &HeatmapPanel::optionsChanged, action,
            [this, action, member] { action->setChecked(options().*member); });
    return action;
}

void HeatmapPanel::addColors() {
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &name, ColorMap colors) {
        QAction *action = menu_->addAction(QString());
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, colors] {
            HeatmapOptions changed = options();
            changed.colors = colors;
            setOptions(changed);
        });
        connect(this, &HeatmapPanel::optionsChanged, action,
                [this, action, colors] { action->setChecked(options().colors == colors); });
        return action;
    };
    QAction *attention = add(QStringLiteral("heatmapColorsAttention"), ColorMap::attention);
    QAction *viridis = add(QStringLiteral("heatmapColorsViridis"), ColorMap::viridis);
    QAction *greys = add(QStringLiteral("heatmapColorsGreys"), ColorMap::greys);
    inEveryLanguage(*this, [attention, viridis, greys] {
        attention->setText(tr("Colours: &attention's hue"));
        viridis->setText(tr("Colours: v&iridis"));
        greys->setText(tr("Colours: &greys"));
    });
}

void HeatmapPanel::showOptions() {
    emit optionsChanged();
}

void HeatmapPanel::setOptions(const HeatmapOptions &options) {
    const HeatmapOptions before = this->options();
    if (options == before)
        return;
    plot_->setOptions(options);
    {
        const QScopedValueRollback choosing(choosing_, true);
        viewpoint()->setWanted(DerivedValue::posterior, options.posterior);
        viewpoint()->setWanted(DerivedValue::effects, options.effects);
        viewpoint()->setDifference(options.difference);
    }
    if (options.posterior != before.posterior || options.effects != before.effects)
        followMatrix();
    if (options.words != before.words) {
        cursor_.reset();
        followTrace();
    }
    fitPainting();
    showMarks();
    showCaption();
    showOptions();
}

void HeatmapPanel::addMenuEntries(QMenu &menu, const QPoint &) {
    menu.addActions(menu_->actions());
    const int marked = viewpoint()->markedStep();
    addAttentionEdits(menu, *viewpoint(), marked >= 0 ? marked : viewpoint()->step(),
                      wordAround(*viewpoint(), viewpoint()->markedSource()));
}

Figure HeatmapPanel::figure(const QString &title) {
    return figureAfter(viewpoint()->extent().steps, title);
}

Figure HeatmapPanel::momentFigure(const QString &title) {
    return figureAfter(computedSteps(), title);
}

std::vector<Figure> HeatmapPanel::pageFigures(const QString &title, double width) {
    const Figure whole = figure(title);
    if (whole.size.width() <= width || !viewpoint()->trace() || !message().isEmpty())
        return {whole};
    const QSize size =
        whole.size.scaled(static_cast<int>(width), whole.size.height(), Qt::KeepAspectRatio);
    try {
        return {figureAfter(viewpoint()->extent().steps, title, size)};
    } catch (const ExportError &) {  // no room for so many words
        return {whole};
    }
}

Figure HeatmapPanel::figureAfter(int steps, const QString &title, const QSize &size) {
    const auto &trace = viewpoint()->trace();
    if (!trace || !message().isEmpty())
        return Panel::figure(title);
    Figure figure =
        heatmapFigure(*trace, {.size = size,
                               .dark = Theme::of(palette()).dark,
                               .heatmap = options(),
                               .posterior = viewpoint()->posterior(),
                               .effects = viewpoint()->derived().effects,
                               .original = viewpoint()->referenceOfSource(),
                               .originalEffects = viewpoint()->derived().referenceEffects,
                               .steps = steps});
    figure.title = title;
    return figure;
}

}  // namespace widgets
