// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/catalog/sale_batch.h"

namespace foresell {

/// The secrets of a project: one in the file, for the digests of lines, and one outside it, in the user's data folder, for
/// customers, so that the file alone cannot tell who bought.
class LineKeys {
public:
    /// `digestKey` as ProjectWriter::digestKey. The customer key of project `uuid` is made on first use; throws
    /// Error "import.no_customer_key" where it can neither be read nor written.
    LineKeys(const std::string& digestKey, const std::string& uuid);

    Digest digest(std::string_view bytes) const;
    /// SipHash-2-4 of the customer's id; 0 for none.
    std::int64_t customer(std::string_view id);
    /// The same without making a key: throws Error "privacy.no_customer_key" where this computer has none for the project,
    /// so that nothing could be recognised.
    std::int64_t knownCustomer(std::string_view id);

private:
    void loadCustomerKey();
    void makeCustomerKey(const std::filesystem::path& path);

    std::array<unsigned char, 192> m_secret;
    std::string m_uuid;
    std::array<unsigned char, 16> m_customerKey;
    bool m_hasCustomerKey = false;
};

}  // namespace foresell
