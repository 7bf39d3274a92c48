package com.openshow.loadtest.k6;

import com.openshow.loadtest.data.UniqueEmail;
import com.openshow.loadtest.data.UniqueOption;
import com.openshow.loadtest.data.UniquePhone;
import com.openshow.loadtest.scenario.UniqueValue;

/** Unique values as data that the script's functions work on. */
final class UniqueValues {
  private UniqueValues() {}

  static Js of(UniqueValue value) {
    Members members = new Members().with("type", value.key());
    value.variable().ifPresent(name -> members.with("variable", name));
    if (value.type() instanceof UniqueEmail email
        && !email.domain().equals(UniqueEmail.DEFAULT_DOMAIN)) {
      members.with("domain", email.domain());
    }
    for (UniqueOption option : UniqueOption.values()) {
      String text = value.options().get(option.key());
      if (text != null) {
        switch (option) {
          case MAX_LENGTH -> members.code("maxLength", text);
          case FORMAT, PATTERN -> members.with(option.key(), text);
          case DOMAIN, OWN_DOMAIN, RANGE -> {
            // The domain stands there already; the script counts in the ranges' own forms.
          }
        }
      }
    }
    if (value.type() instanceof UniquePhone phone) {
      members.with("forms", Js.texts(phone.forms()));
    }
    return members.build();
  }
}
