// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QMimeData;

namespace foresell {

/// The files of a drop that can be imported or opened; anything else is left alone.
QStringList usableFiles(const QMimeData* data);

/// Lies over the page while files are dragged above the window and says what dropping them will do.
class DropHint : public QWidget {
    Q_OBJECT

public:
    explicit DropHint(QWidget* parent);
    void showFor(const QStringList& files, const QString& project);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text, m_detail;
};

}  // namespace foresell
