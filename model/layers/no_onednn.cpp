// SPDX-License-Identifier: GPL-3.0-or-later
// In place of onednn.cpp and bfloat16.cpp where there is no oneDNN: Eigen's products.
#include "model/error.h"
#include "model/layers/onednn.h"

namespace model {

namespace {

using Rows = Eigen::OuterStride<>;

void sgemm(bool transposeA, bool transposeB, long m, long n, long k, const float *a, long lda,
           const float *b, long ldb, float beta, float *c, long ldc) {
    const Eigen::Map<const Matrix, 0, Rows> first(a, transposeA ? k : m, transposeA ? m : k,
                                                  Rows(lda));
    const Eigen::Map<const Matrix, 0, Rows> second(b, transposeB ? n : k, transposeB ? k : n,
                                                   Rows(ldb));
    Eigen::Map<Matrix, 0, Rows> result(c, m, n, Rows(ldc));
    if (beta == 0) {
        result.setZero();
    }
    if (transposeA && transposeB) {
        result.noalias() += first.transpose() * second.transpose();
    } else if (transposeA) {
        result.noalias() += first.transpose() * second;
    } else if (transposeB) {
        result.noalias() += first * second.transpose();
    } else {
        result.noalias() += first * second;
    }
}

class PlainFactor : public layers::RepeatedFactor {
  public:
    PlainFactor(bool transposed, long n, long k) : transposed_(transposed), n_(n), k_(k) {}
    void load(const float *b, long ldb) override {
        values_ = b;
        stride_ = ldb;
    }
    void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) override {
        sgemm(false, transposed_, m, n_, k_, a, lda, values_, stride_, beta, c, ldc);
    }

  private:
    bool transposed_;
    long n_, k_;
    const float *values_ = nullptr;
    long stride_ = 0;
};

std::unique_ptr<layers::RepeatedFactor> repeated(bool transposeB, long n, long k) {
    return std::make_unique<PlainFactor>(transposeB, n, k);
}

}  // namespace

bool hasOneDnn() {
    return false;
}

layers::ProductLibrary oneDnn() {
    return {sgemm, repeated};
}

bool multipliesBfloat16() {
    return false;
}

layers::ProductLibrary oneDnnBfloat16() {
    throw Error(
        "Products of bfloat16 numbers are made by oneDNN, which this program was built without.");
}

}  // namespace model
