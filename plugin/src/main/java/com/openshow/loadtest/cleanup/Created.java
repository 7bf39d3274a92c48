package com.openshow.loadtest.cleanup;

import java.util.Objects;

/**
 * Something that a virtual user has created, as the request that deletes it. No secret is in it.
 *
 * @param target where it was created, {@code http(s)://host[:port]}
 * @param method of the request that deletes it, such as {@code DELETE}
 * @param path of that request, with a query if there is one
 * @param label of its samples
 * @param signedIn whether it carries a token
 * @param owner the account whose token that is; empty: whoever all virtual users log in as
 * @param user the virtual user that created it; what one user created is deleted in reverse order
 */
public record Created(
    String target,
    String method,
    String path,
    String label,
    boolean signedIn,
    String owner,
    String user) {
  public Created {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(user, "user");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must begin with /, but was \"" + path + "\"");
    }
  }
}
