// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>

#include "widgets/panel/number_box.h"
#include "widgets/views/styled_figure.h"

class QFormLayout;

namespace app {

/// How figures are to look, and the styles that are kept by name.
class StyleBox : public QWidget {
    Q_OBJECT
  public:
    /// With the style that was used last. `dark`: what a first one lies on.
    explicit StyleBox(bool dark, QWidget *parent = nullptr);

    widgets::FigureStyle style() const;
    void setStyle(const widgets::FigureStyle &style);
    /// Enables what makes sense for these views.
    void follow(const QStringList &views);
    /// Of the widest label.
    int labelWidth() const;
    /// Keeps the style for the next time.
    void remember() const;

  public slots:
    /// Keeps the style under a name, which it asks for.
    void saveAs();
    /// Forgets the kept style that is chosen.
    void forget();

  signals:
    void changed();

  private:
    void buildKept(QFormLayout &form);
    void buildSizes(QFormLayout &form);
    void buildLook(QFormLayout &form);
    void listKept(const QString &chosen);
    void chooseKept();
    void tell();

    QComboBox *kept_ = nullptr;
    QPushButton *forget_ = nullptr;
    widgets::NumberBox *width_ = nullptr;
    widgets::NumberBox *font_ = nullptr;
    QSpinBox *columns_ = nullptr;
    QComboBox *ground_ = nullptr;
    QComboBox *colors_ = nullptr;
    QCheckBox *words_ = nullptr;
    QCheckBox *title_ = nullptr;
    QCheckBox *colorBar_ = nullptr;
};

}  // namespace app
