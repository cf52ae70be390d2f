// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/spoken.h"

#include <QAbstractSlider>
#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace widgets {
namespace {

constexpr const char *roleProperty = "spokenRole";
constexpr const char *textProperty = "spokenText";

class SpokenWidget : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    using QAccessibleWidget::QAccessibleWidget;

    QAccessible::Role role() const override {
        return static_cast<QAccessible::Role>(object()->property(roleProperty).toInt());
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? object()->property(textProperty).toString()
                                          : QAccessibleWidget::text(kind);
    }
    void *interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface && slider())
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return slider()->value(); }
    void setCurrentValue(const QVariant &value) override { slider()->setValue(value.toInt()); }
    QVariant minimumValue() const override { return slider()->minimum(); }
    QVariant maximumValue() const override { return slider()->maximum(); }
    QVariant minimumStepSize() const override { return slider()->singleStep(); }

  private:
    QAbstractSlider *slider() const { return qobject_cast<QAbstractSlider *>(object()); }
};

QAccessibleInterface *spokenInterface(const QString &, QObject *object) {
    auto *widget = qobject_cast<QWidget *>(object);
    const bool speaks = widget && widget->property(roleProperty).isValid();
    return speaks ? new SpokenWidget(widget) : nullptr;
}

}  // namespace

void giveVoice(QWidget &widget, QAccessible::Role role) {
    // The factory that was installed last is asked first; installing it again changes nothing.
    QAccessible::installFactory(spokenInterface);
    widget.setProperty(roleProperty, static_cast<int>(role));
}

void say(QWidget &widget, const QString &text) {
    if (widget.property(textProperty).toString() == text)
        return;
    widget.setProperty(textProperty, text);
    widget.setAccessibleDescription(text);
    QAccessibleValueChangeEvent event(&widget, text);
    QAccessible::updateAccessibility(&event);
}

}  // namespace widgets
