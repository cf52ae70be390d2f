// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/model_box.h"

#include <QFileInfo>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include "widgets/panel/tool_tip.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

constexpr int textMargin = 1;  // that of the style
constexpr int modelRole = Qt::UserRole;

}  // namespace

ModelBox::ModelBox(QWidget *parent) : QComboBox(parent) {
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, [this](int row) {
        if (const int model = itemData(row, modelRole).toInt(); model >= 0)
            emit modelChosen(model);
    });
}

std::vector<ModelBox::Row> ModelBox::rowsOf(const std::vector<ModelEntry> &models) {
    std::vector<Row> rows;
    int uses = 0;
    for (const model::Use use : model::everyUse) {
        const std::size_t before = rows.size();
        for (int i = 0; i < static_cast<int>(models.size()); ++i) {
            const ModelEntry &entry = models[static_cast<std::size_t>(i)];
            if (entry.use() != use)
                continue;
            if (rows.size() == before)
                rows.push_back({widgets::useNames(use).group, {}, -1});
            const bool isFile = QFileInfo(entry.key).isAbsolute();
            const QString file = isFile ? entry.key + u'\n' : QString();
            rows.push_back(
                {entry.title(), file + widgets::aboutUse(use) + u'\n' + entry.training, i});
        }
        uses += rows.size() > before ? 1 : 0;
    }
    if (uses == 1)
        rows.erase(rows.begin());
    return rows;
}

void ModelBox::showRow(int at, const Row &row) {
    if (at == count())
        addItem(QString());
    if (itemText(at) != row.text)
        setItemText(at, row.text);
    setItemData(at, row.model, modelRole);
    setItemData(at, widgets::shortToolTip(row.tip), Qt::ToolTipRole);
    const bool heading = row.model < 0;
    QFont wanted = font();
    wanted.setBold(heading);
    setItemData(at, heading ? QVariant(wanted) : QVariant(), Qt::FontRole);
    if (auto *items = qobject_cast<QStandardItemModel *>(model()))
        items->item(at)->setEnabled(!heading);
}

void ModelBox::showModels(const std::vector<ModelEntry> &models, int current) {
    const QSignalBlocker blocker(this);
    const std::vector<Row> rows = rowsOf(models);
    while (count() > static_cast<int>(rows.size()))
        removeItem(count() - 1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        showRow(static_cast<int>(i), rows[i]);
    setCurrentIndex(current < 0 ? -1 : findData(current, modelRole));
    setToolTip(currentData(Qt::ToolTipRole).toString());
}

void ModelBox::paintEvent(QPaintEvent *) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideMiddle,
                                                  room.width() - 2 * textMargin);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

}  // namespace app
