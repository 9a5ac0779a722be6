// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace foresell {

/// "1 File - 2 Columns - 3 Check - 4 Import": where in a sequence the work is.
class WizardSteps : public QWidget {
    Q_OBJECT

public:
    explicit WizardSteps(QWidget* parent = nullptr);
    void setNames(const QStringList& names);
    void setCurrent(int step);
    QSize sizeHint() const override { return {520, 42}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_names;
    int m_current = 0;
};

}  // namespace foresell
