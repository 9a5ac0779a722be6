// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Products of matrices by oneDNN. libtorch calls the BLAS routine sgemm_, which the system answers with its own BLAS; a
// definition in the program itself is found first. Debian's OpenBLAS shares the small products of a training step badly
// between threads: on 2 cores oneDNN's take 0.3 to 0.75 of the time (tests/benchmarks/training/network_step_peers.py).
#include <oneapi/dnnl/dnnl.h>

/// C = alpha op(A) op(B) + beta C, column by column as in the reference BLAS (Dongarra et al. 1990); oneDNN's goes row by
/// row, so it is told the transposed product. Sizes that libtorch passes are in range, so oneDNN has nothing to refuse.
extern "C" __attribute__((visibility("default"))) void sgemm_(const char* transA, const char* transB, const int* m, const int* n,
                                                               const int* k, const float* alpha, const float* a, const int* lda,
                                                               const float* b, const int* ldb, const float* beta, float* c,
                                                               const int* ldc) {
    dnnl_sgemm(*transB, *transA, *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc);
}
