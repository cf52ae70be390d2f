// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/spoken_table.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <memory>
#include <utility>

namespace widgets {
namespace {

/// The table of a widget, as a child of it, so that it goes with it.
class TableVoice : public QObject {
  public:
    TableVoice(QWidget &widget, SpokenTable content)
        : QObject(&widget), content_(std::move(content)) {}
    const SpokenTable &content() const { return content_; }

  private:
    SpokenTable content_;
};

TableVoice *voiceOf(const QObject *widget) {
    if (!widget)
        return nullptr;
    for (QObject *child : widget->children())
        if (auto *voice = dynamic_cast<TableVoice *>(child))
            return voice;
    return nullptr;
}

class SpokenCell : public QAccessibleInterface, public QAccessibleTableCellInterface {
  public:
    SpokenCell(QWidget *widget, int row, int column)
        : widget_(widget), row_(row), column_(column) {}

    bool isValid() const override {
        const SpokenTable *table = content();
        return table && row_ < table->rows() && column_ < table->columns();
    }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override {
        return QAccessible::queryAccessibleInterface(widget_);
    }
    QWindow *window() const override { return parent() ? parent()->window() : nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        const bool says = kind == QAccessible::Name || kind == QAccessible::Value;
        return says && isValid() ? content()->cell(row_, column_) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override {
        if (!isValid())
            return {};
        const QRect place = content()->place(row_, column_);
        return {widget_->mapToGlobal(place.topLeft()), place.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        state.readOnly = true;
        state.selectable = true;
        state.selected = isSelected();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableCellInterface
                   ? static_cast<QAccessibleTableCellInterface *>(this)
                   : nullptr;
    }

    bool isSelected() const override {
        return isValid() && content()->currentRow() == row_ &&
               content()->currentColumn() == column_;
    }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return column_; }
    int rowIndex() const override { return row_; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

  private:
    const SpokenTable *content() const {
        const TableVoice *voice = voiceOf(widget_);
        return voice ? &voice->content() : nullptr;
    }

    QPointer<QWidget> widget_;
    int row_;
    int column_;
};

/// Cells are made when they are asked for: a matrix of hundreds of words has very many.
class SpokenTableWidget : public QAccessibleWidget, public QAccessibleTableInterface {
  public:
    explicit SpokenTableWidget(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Table) {}
    ~SpokenTableWidget() override {
        for (const QAccessible::Id id : std::as_const(cells_))
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override {
        const int columns = columnCount();
        return columns > 0 ? cellAt(index / columns, index % columns) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override {
        auto *cell = const_cast<QAccessibleInterface *>(child)->tableCellInterface();
        return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override {
        const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
        for (int row = 0; row < rowCount(); ++row)
            for (int column = 0; column < columnCount(); ++column)
                if (content().place(row, column).contains(at))
                    return cellAt(row, column);
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override {
        return cellAt(content().currentRow(), content().currentColumn());
    }

    QAccessibleInterface *cellAt(int row, int column) const override {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        QAccessible::Id &id = cells_[{row, column}];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new SpokenCell(widget(), row, column));
        return QAccessible::accessibleInterface(id);
    }
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QString columnDescription(int column) const override { return content().columnName(column); }
    QString rowDescription(int row) const override { return content().rowName(row); }
    int columnCount() const override { return content().columns(); }
    int rowCount() const override { return content().rows(); }
    int selectedCellCount() const override { return focusChild() ? 1 : 0; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override {
        QAccessibleInterface *cell = focusChild();
        return cell ? QList{cell} : QList<QAccessibleInterface *>();
    }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

  private:
    const SpokenTable &content() const { return voiceOf(widget())->content(); }

    mutable QHash<std::pair<int, int>, QAccessible::Id> cells_;
};

QAccessibleInterface *tableInterface(const QString &, QObject *object) {
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && voiceOf(widget) ? new SpokenTableWidget(widget) : nullptr;
}

}  // namespace

void giveTable(QWidget &widget, SpokenTable table) {
    QAccessible::installFactory(tableInterface);
    new TableVoice(widget, std::move(table));
    // What already asked for its interface, such as its constructor, has it kept.
    if (QAccessibleInterface *kept = QAccessible::queryAccessibleInterface(&widget))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(kept));
}

void tellTableChanged(QWidget &widget) {
    QAccessibleTableModelChangeEvent event(&widget, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

}  // namespace widgets
