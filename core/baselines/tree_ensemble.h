// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/model_file.h"

namespace foresell {

/// A sum of binary trees. A row goes left at a node where its number is below the threshold. Kept apart from the library
/// that grew them, so that a model file is read by checked code and forecasting copies no rows.
class TreeEnsemble {
public:
    /// One node as it was grown; `left` and `right` are places within the tree, negative at a leaf.
    struct Node {
        int feature = 0;
        float threshold = 0;
        int left = -1, right = -1;
        float value = 0;  ///< at a leaf
    };

    explicit TreeEnsemble(std::size_t width = 0) : m_width(width) {}

    /// Adds a tree, the root first. Throws Error "model.damaged" where the nodes do not make a tree over `width` numbers.
    void add(const std::vector<Node>& nodes);

    std::size_t width() const { return m_width; }
    std::size_t treeCount() const { return m_trees.size(); }
    std::size_t nodeCount() const { return m_nodes.size(); }

    /// The sum over all trees for each row of `rows` (row by row, `width` numbers each).
    void predict(std::span<const float> rows, std::span<float> sums) const;
    /// Adds what trees [first, last) say.
    void add(std::span<const float> rows, std::span<float> sums, std::size_t first, std::size_t last) const;

    std::vector<NamedArray> arrays() const;
    /// Throws Error "model.damaged".
    static TreeEnsemble fromModel(const ModelFile& file, std::size_t width, std::size_t trees, std::size_t nodes);

private:
    struct Step {
        float threshold;
        std::int32_t feature;
        std::int32_t next[2];  ///< left, right; itself at a leaf
    };
    struct Tree {
        std::int32_t root = 0, depth = 0;
    };

    std::size_t m_width;
    std::vector<Step> m_nodes;
    std::vector<float> m_values;  ///< by node
    std::vector<Tree> m_trees;
};

}  // namespace foresell
