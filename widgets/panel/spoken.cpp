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
    int childCount() const override { return static_cast<int>(heard().size()); }
    QAccessibleInterface *child(int index) const override { return heard().value(index); }
    int indexOfChild(const QAccessibleInterface *child) const override {
        return static_cast<int>(heard().indexOf(const_cast<QAccessibleInterface *>(child)));
    }
    QVariant currentValue() const override { return slider()->value(); }
    void setCurrentValue(const QVariant &value) override { slider()->setValue(value.toInt()); }
    QVariant minimumValue() const override { return slider()->minimum(); }
    QVariant maximumValue() const override { return slider()->maximum(); }
    QVariant minimumStepSize() const override { return slider()->singleStep(); }

  private:
    /// The children without those that only paint, such as a viewport: their parent speaks for
    /// them, and a reader would tell of each that there is something without a name.
    QList<QAccessibleInterface *> heard() const {
        QList<QAccessibleInterface *> heard;
        for (int i = 0; i < QAccessibleWidget::childCount(); ++i) {
            QAccessibleInterface *child = QAccessibleWidget::child(i);
            const bool mute =
                child && child->childCount() == 0 && !child->state().focusable &&
                child->text(QAccessible::Name).isEmpty() &&
                (child->role() == QAccessible::Client || child->role() == QAccessible::Pane);
            if (child && !mute)
                heard.append(child);
        }
        return heard;
    }
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
