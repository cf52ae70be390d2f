// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace widgets {

/// A field for a number with decimals that reads either decimal sign, as keypads have a point in
/// every language, and writes the window's.
class NumberBox : public QDoubleSpinBox {
  public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;

  private:
    QString withoutSuffix(const QString &text) const;
};

}  // namespace widgets
