// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace foresell {

/// Opens a plain window with rich text beside the work, not in its way.
void showHelp(QWidget* parent, const QString& title, const QString& html);

/// The metrics and words of the program, in plain words.
QString glossaryText();
QString chartKeysText();
QString aboutText();

}  // namespace foresell
