package io.github.postmarkspring.client.outbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody was, as far as the address of the computer tells.
 *
 * @param countryIsoCode the code of the country, or {@code null}
 * @param country the country, or {@code null}
 * @param regionIsoCode the code of the region, or {@code null}
 * @param region the region, or {@code null}
 * @param city the city, or {@code null}
 * @param zip the postal code, or {@code null}
 * @param coords latitude and longitude, with a comma between, or {@code null}
 * @param ip the address of the computer, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public record Geo(@JsonProperty("CountryISOCode") @Nullable String countryIsoCode,
		@JsonProperty("Country") @Nullable String country,
		@JsonProperty("RegionISOCode") @Nullable String regionIsoCode, @JsonProperty("Region") @Nullable String region,
		@JsonProperty("City") @Nullable String city, @JsonProperty("Zip") @Nullable String zip,
		@JsonProperty("Coords") @Nullable String coords, @JsonProperty("IP") @Nullable String ip) {

}
